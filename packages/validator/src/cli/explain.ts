import { rules, ruleText } from "@flow-bundle/schema";
import { unknownPattern } from "../config/rule-patterns.ts";
import { UsageError } from "./usage-error.ts";

/** What a rule asks for, why, and a bad and a good example, as Markdown. */
export async function explainRule(id: string): Promise<string> {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    throw new UsageError(
      `--explain: ${
        unknownPattern(
          id,
          rules.map((candidate) => candidate.id),
        ) ?? `${id} is not one rule`
      }`,
    );
  }
  const severity = Object.entries(rule.severity).map(
    ([version, value]) => `${value} in ${version}`,
  );
  const facts = [
    `Severity: ${severity.join(", ")}${rule.undetermined ? "; the verdict is then undetermined" : ""}`,
    `Requirement: ${rule.requirement} (since ${rule.since}), checked in the layer ${rule.layer}`,
    ...(rule.reads.length === 0 ? [] : [`Reads: ${rule.reads.join(", ")}`]),
  ];
  const text = await ruleText(id);
  return `${rule.id}\n${rule.title}\n\n${facts.join("\n")}\n\n${text.trim()}\n`;
}
