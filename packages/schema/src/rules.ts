/** How bad a finding of a rule is in a version; `off` where the rule does not apply. */
export type RuleSeverity = "error" | "warning" | "info" | "off";

/** One rule of the catalogue: the front matter of `spec/rules/<id>.md`. */
export interface RuleInfo {
  /** `area/slug`. */
  readonly id: string;
  /** What must hold, or what the finding notes, in one line. */
  readonly title: string;
  /** Id of the requirement in the normative text. */
  readonly requirement: string;
  /** Version of the format in which the rule came in. */
  readonly since: string;
  readonly severity: { readonly "1.0": RuleSeverity; readonly "1.1": RuleSeverity };
  /** Layer of checks that the rule belongs to. */
  readonly layer: string;
  /** Parts of the bundle that it looks at. */
  readonly reads: readonly string[];
  /** True when a finding leaves the verdict open instead of making the bundle invalid. */
  readonly undetermined: boolean;
  /** Where the rule is described, relative to the specification. */
  readonly url: string;
}

/** The text of a rule in Markdown, without its front matter. Throws for an unknown id. */
export async function ruleText(id: string): Promise<string> {
  const { ruleTexts } = await import("./generated/rule-texts.ts");
  const text = ruleTexts.get(id);
  if (text === undefined) throw new Error(`There is no rule ${id}`);
  return text;
}
