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
  const entries = readRules(spec).map(({ id, matter }) => `  ${JSON.stringify(ruleInfo(id, matter))},\n`);
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
  const entries = readRules(spec).map(({ id, body }) => `  [${JSON.stringify(id)}, ${JSON.stringify(body)}],\n`);
  return {
    path: "packages/schema/src/generated/rule-texts.ts",
    text: `${header("spec/rules")}
/** Text of each rule in Markdown, by rule id. */
export const ruleTexts: ReadonlyMap<string, string> = new Map([
${entries.join("")}]);
`,
  };
}

/** Every rule file with its front matter and its text. */
export function readRules(spec: string): RuleFile[] {
  const folder = join(spec, "rules");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /^[a-z]+\/[a-z0-9-]+\.md$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
      if (!parts) throw new Error(`spec/rules/${name} does not begin with front matter`);
      return { id: name.slice(0, -3), matter: parse(parts[1] ?? "") as Record<string, unknown>, body: (parts[2] ?? "").trim() };
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
    if (!severities.includes(String(severity?.[version]))) bad(`severity of ${version} must be one of ${severities.join(", ")}`);
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
