import { parse as parseYaml } from "yaml";
import { isObject, listFiles, readJson, readText } from "../../lib/files.ts";
import { textIds } from "../text.ts";
import type { Problem, SyncCheck } from "../../lib/problem.ts";

const sections = ["What it checks", "Why", "Bad", "Good", "How to mend it"];

/** Every rule is explained, belongs to a requirement of the text, and has a case in which it finds something. */
export const ruleCoverage: SyncCheck = {
  name: "rules",
  claim: "every rule has a text, a requirement and a fixture",
  run(root) {
    const shown = shownRules(root);
    const anchors = new Set(textIds(root));
    const problems: Problem[] = [];
    const rules = new Set<string>();
    for (const file of listFiles(root, "spec/rules", "**/*.md")) {
      const id = file.slice("spec/rules/".length, -".md".length);
      rules.add(id);
      problems.push(...inText(file, id, readText(root, file), anchors));
      if (!shown.has(id)) {
        problems.push({
          file,
          place: "",
          message: `no fixture shows the rule ${id}`,
          remedy: `Add fixtures/invalid/${id}.json with a case in which it finds something.`,
        });
      }
    }
    for (const [id, file] of shown) {
      if (rules.has(id)) continue;
      problems.push({
        file,
        place: "",
        message: `there is no rule ${id}`,
        remedy: `Mend the id, or describe the rule in spec/rules/${id}.md.`,
      });
    }
    return problems;
  },
};

function inText(file: string, id: string, text: string, anchors: ReadonlySet<string>): Problem[] {
  const [, frontMatter = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/su.exec(text) ?? [];
  const data: unknown = parseYaml(frontMatter);
  const problem = (message: string, remedy: string): Problem => ({
    file,
    place: "",
    message,
    remedy,
  });
  const problems: Problem[] = [];
  if (!isObject(data) || data["id"] !== id) {
    problems.push(problem("the id in the front matter is not that of the file", `Write id: ${id}`));
  }
  const requirement = isObject(data) ? data["requirement"] : undefined;
  if (typeof requirement !== "string" || !anchors.has(requirement)) {
    problems.push(
      problem(
        `its requirement "${String(requirement)}" is not in the text`,
        `Name a requirement of spec/text, or write one there with <a id="${id.replace("/", "-")}"></a>.`,
      ),
    );
  }
  const empty = sections.filter((section) => !hasContent(body, section));
  if (empty.length > 0) {
    problems.push(problem(`without text: ${empty.join(", ")}`, "Write these sections."));
  }
  return problems;
}

function hasContent(body: string, section: string): boolean {
  const start = body.split("\n").indexOf(`## ${section}`);
  if (start < 0) return false;
  const next = body.split("\n").slice(start + 1);
  const end = next.findIndex((line) => line.startsWith("## "));
  return next.slice(0, end < 0 ? undefined : end).some((line) => line.trim() !== "");
}

/** Rules that a case below `fixtures/` expects to find something, with the file that says so. */
function shownRules(root: string): Map<string, string> {
  const found = new Map<string, string>();
  const files = [
    ...listFiles(root, "fixtures/invalid", "**/*.json"),
    ...listFiles(root, "fixtures", "**/*.expect.json"),
  ];
  for (const file of files) {
    for (const id of ruleIds(readJson(root, file))) if (!found.has(id)) found.set(id, file);
  }
  return found;
}

/** Rules named below the keys `findings` of a value: `[{"ruleId": …}]`, or `{RULE: count}`. */
function ruleIds(value: unknown, inFindings = false): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => ruleIds(entry, inFindings));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    if (inFindings && key === "ruleId") return [String(entry)];
    if (inFindings && typeof entry === "number" && key.includes("/")) return [key];
    return ruleIds(entry, inFindings || key === "findings");
  });
}
