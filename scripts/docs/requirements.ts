import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse as parseYaml } from "yaml";

/** One requirement of the normative text. */
export interface Requirement {
  readonly id: string;
  /** Minor version it came in with. */
  readonly since: string;
  /** True when it ends with that version. */
  readonly only: boolean;
  /** Whether it demands something: it says MUST somewhere. */
  readonly must: boolean;
  /** Why no rule checks it; undefined when a rule has to. */
  readonly unchecked: string | undefined;
  readonly file: string;
  /** Line of the paragraph, from 1. */
  readonly line: number;
}

/** What the catalogue says about a rule, as far as it concerns requirements. */
export interface RuleEntry {
  readonly id: string;
  readonly requirement: string;
  readonly severity: Readonly<Record<string, string>>;
}

/** A chapter of the normative text. */
export interface Chapter {
  readonly file: string;
  readonly text: string;
}

const label = /\*\*\[([^\]]*)\]\*\*/;
const start = /^<a id="([^"]*)"><\/a>\*\*\[([^\]]*)\]\*\* \((\d+\.\d+)( only)?\) (.+)$/;
const idGrammar = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const unchecked = /\(checked by: none, ([^()]+)\)$/;
const verb = /\b(MUST|SHOULD|MAY)\b/;

/** Reads the requirements of a chapter. Paragraphs that look like one and are none are problems. */
export function readRequirements({ file, text }: Chapter): {
  readonly requirements: readonly Requirement[];
  readonly problems: readonly string[];
} {
  const requirements: Requirement[] = [];
  const problems: string[] = [];
  let inCode = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s*(```|~~~)/.test(line)) inCode = !inCode;
    const labelled = label.exec(line);
    if (inCode || labelled === null) continue;
    const place = `${file}:${index + 1}`;
    const found = start.exec(line);
    if (found === null) {
      problems.push(
        `${place}: [${labelled[1]}] is not written as a requirement: <a id="ID"></a>**[ID]** (VERSION) text, in one line`,
      );
      continue;
    }
    const [, anchor = "", id = "", since = "", only, body = ""] = found;
    if (anchor !== id) problems.push(`${place}: the anchor of [${id}] is "${anchor}"`);
    if (!idGrammar.test(id))
      problems.push(`${place}: [${id}] is not lower-case words with hyphens`);
    if (!verb.test(body))
      problems.push(`${place}: [${id}] demands nothing: no MUST, SHOULD or MAY`);
    if (body.includes("checked by:") && !unchecked.test(body)) {
      problems.push(`${place}: [${id}] does not end with (checked by: none, REASON)`);
    }
    requirements.push({
      id,
      since,
      only: only !== undefined,
      must: /\bMUST\b/.test(body),
      unchecked: unchecked.exec(body)?.[1],
      file,
      line: index + 1,
    });
  }
  return { requirements, problems };
}

/** Everything that is wrong between the normative text and the rule catalogue, one message each. */
export function checkRequirements(
  chapters: readonly Chapter[],
  rules: readonly RuleEntry[],
  versions: readonly string[],
): readonly string[] {
  const problems: string[] = [];
  const byId = new Map<string, Requirement>();
  for (const chapter of chapters) {
    const read = readRequirements(chapter);
    problems.push(...read.problems);
    for (const requirement of read.requirements) {
      const place = `${requirement.file}:${requirement.line}`;
      const other = byId.get(requirement.id);
      if (other !== undefined) {
        problems.push(`${place}: [${requirement.id}] is already in ${other.file}:${other.line}`);
      }
      if (!versions.includes(requirement.since)) {
        problems.push(
          `${place}: [${requirement.id}] came in with ${requirement.since}, which is no version`,
        );
      }
      byId.set(requirement.id, requirement);
    }
  }

  const named = new Map<string, RuleEntry[]>();
  for (const rule of rules) {
    const requirement = byId.get(rule.requirement);
    if (requirement === undefined) {
      problems.push(
        `rule ${rule.id}: its requirement [${rule.requirement}] is nowhere in the text`,
      );
      continue;
    }
    named.set(requirement.id, [...(named.get(requirement.id) ?? []), rule]);
    problems.push(...versionProblems(rule, requirement, versions));
  }

  for (const { id, unchecked: reason, file, line } of byId.values()) {
    const checkers = named.get(id) ?? [];
    if (checkers.length === 0 && reason === undefined) {
      problems.push(
        `${file}:${line}: no rule checks [${id}], and it does not say why: (checked by: none, REASON)`,
      );
    } else if (checkers.length > 0 && reason !== undefined) {
      problems.push(
        `${file}:${line}: [${id}] says that no rule checks it, but ${checkers[0]?.id} does`,
      );
    }
  }
  return problems;
}

/** A rule finds errors and warnings only in versions in which its requirement holds. */
function versionProblems(
  rule: RuleEntry,
  { id, since, only }: Requirement,
  versions: readonly string[],
): readonly string[] {
  const first = versions.indexOf(since);
  return versions.flatMap((version, index) => {
    const severity = rule.severity[version];
    const holds = only ? index === first : index >= first;
    if (holds || (severity !== "error" && severity !== "warning")) return [];
    return [
      `rule ${rule.id}: ${severity} in ${version}, where [${id}] (${since}${only ? " only" : ""}) does not hold`,
    ];
  });
}

/** The chapters in `spec/text/`, in order of their names. */
export function loadChapters(root: string): readonly Chapter[] {
  const folder = join(root, "spec", "text");
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return names.toSorted().map((name) => ({
    file: `spec/text/${name}`,
    text: readFileSync(join(folder, name), "utf8"),
  }));
}

/** The front matter of every rule in `spec/rules/`, in order of their ids. */
export function loadRules(root: string): readonly RuleEntry[] {
  const folder = join(root, "spec", "rules");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /^[a-z]+\/[^/]+\.md$/.test(name))
    .toSorted()
    .map((name) => {
      const [, frontMatter] = readFileSync(join(folder, name), "utf8").split(/^---$/m, 2);
      return parseYaml(frontMatter ?? "") as RuleEntry;
    });
}

/** The minor versions that have a folder in `spec/`, oldest first. */
export function loadVersions(root: string): readonly string[] {
  const names = readdirSync(join(root, "spec")).filter((name) => /^\d+\.\d+$/.test(name));
  return names.toSorted((one, other) => one.localeCompare(other, "en", { numeric: true }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const chapters = loadChapters(root);
  const rules = loadRules(root);
  const problems = checkRequirements(chapters, rules, loadVersions(root));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else {
    const count = chapters.reduce(
      (sum, chapter) => sum + readRequirements(chapter).requirements.length,
      0,
    );
    console.log(`${count} requirements in ${chapters.length} chapters, ${rules.length} rules`);
  }
}
