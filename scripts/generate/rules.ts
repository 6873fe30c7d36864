import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type GeneratedFile, header, versions } from "./spec.ts";

const severities = ["error", "warning", "info", "off"];

interface RuleFile {
  readonly id: string;
  readonly matter: Record<string, unknown>;
  readonly body: string;
}

/** The table of rules, from the front matter of the rule files. */
export function generateRules(spec: string): GeneratedFile {
  const entries = readRules(spec).map(
    ({ id, matter }) => `  ${JSON.stringify(ruleInfo(id, matter))},\n`,
  );
  return {
    path: "packages/schema/src/generated/rules.ts",
    text: `${header("spec/rules")}import type { RuleInfo } from "../rules.ts";

/** Every rule of the catalogue, by id in alphabetical order. */
export const rules: readonly RuleInfo[] = [
${entries.join("")}];
`,
  };
}

/** The texts of the rules, in a module of its own that is only loaded to explain a rule. */
export function generateRuleTexts(spec: string): GeneratedFile {
  const requirements = readRequirementTexts(spec);
  const entries = readRules(spec).map(({ id, matter, body }) => {
    const requirement = requirements.get(String(matter["requirement"]));
    if (requirement === undefined) {
      throw new Error(
        `spec/rules/${id}.md: there is no requirement ${String(matter["requirement"])}`,
      );
    }
    const text = `## What the format says\n\n${requirement}\n\n${withoutComments(body)}`;
    return `  [${JSON.stringify(id)}, ${JSON.stringify(text)}],\n`;
  });
  return {
    path: "packages/schema/src/generated/rule-texts.ts",
    text: `${header("spec/rules")}
/** Text of each rule in Markdown, by rule id. */
export const ruleTexts: ReadonlyMap<string, string> = new Map([
${entries.join("")}]);
`,
  };
}

/** The sentence of each requirement in spec/text, by its id; links become their words. */
function readRequirementTexts(spec: string): ReadonlyMap<string, string> {
  const folder = join(spec, "text");
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
    const chapter = readFileSync(join(folder, name), "utf8");
    for (const [, id = "", version, text = ""] of chapter.matchAll(
      /^<a id="[^"]*"><\/a>\*\*\[([^\]]*)\]\*\* \((\d+\.\d+(?: only)?)\) (.+)$/gm,
    )) {
      const words = text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
      texts.set(id, `[${id}] (${version}) ${words}`);
    }
  }
  return texts;
}

/** Comments tell our own checks what an example is; nobody else needs them. */
function withoutComments(markdown: string): string {
  return markdown.replaceAll(/<!-- .*? -->\n+/g, "");
}

/** Every rule file with its front matter and its text. */
export function readRules(spec: string): RuleFile[] {
  const folder = join(spec, "rules");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /^[a-z]+\/[a-z0-9-]+\.md$/.test(name))
    .map((name) => name.slice(0, -".md".length))
    .toSorted()
    .map((id) => {
      const text = readFileSync(join(folder, `${id}.md`), "utf8");
      const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
      if (!parts) throw new Error(`spec/rules/${id}.md does not begin with front matter`);
      return {
        id,
        matter: parse(parts[1] ?? "") as Record<string, unknown>,
        body: (parts[2] ?? "").trim(),
      };
    });
}

function ruleInfo(id: string, matter: Record<string, unknown>): object {
  const bad = (what: string): never => {
    throw new Error(`spec/rules/${id}.md: ${what}`);
  };
  const text = (key: string): string => {
    const value = matter[key];
    return typeof value === "string" && value !== "" ? value : bad(`${key} must be a text`);
  };
  if (text("id") !== id) bad(`id must be ${id}`);
  const severity = matter["severity"] as Record<string, unknown> | undefined;
  for (const version of versions) {
    if (!severities.includes(String(severity?.[version])))
      bad(`severity of ${version} must be one of ${severities.join(", ")}`);
  }
  if (!Array.isArray(matter["reads"])) bad("reads must be a list");
  return {
    id,
    title: text("title"),
    requirement: text("requirement"),
    since: text("since"),
    severity: Object.fromEntries(versions.map((version) => [version, severity?.[version]])),
    layer: text("layer"),
    reads: matter["reads"],
    undetermined: matter["effect"] === "undetermined",
    url: `rules/${id}.md`,
  };
}
