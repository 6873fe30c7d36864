import { locate, parseStrict } from "@flow-bundle/bundle";
import type { Config, Selector, SeverityEntry, Suppression } from "./config.ts";
import { patternProblem } from "./rule-patterns.ts";
import { didYouMean } from "./suggest.ts";

/** What a configuration may speak of. */
export interface KnownRules {
  readonly ids: readonly string[];
  /** Rules whose findings cannot be changed: they say that a bundle could not be judged. */
  readonly fixed: ReadonlySet<string>;
}

/** A configuration, or everything that is wrong with it: a line each, beginning with the place `line:column`. */
export type ConfigResult = { readonly config: Config } | { readonly problems: readonly string[] };

/** Reads the text of a configuration file. */
export function parseConfig(text: string, rules: KnownRules): ConfigResult {
  const { value, problems } = parseStrict(text);
  if (problems.length > 0) {
    return {
      problems: problems.map((problem) => `${placeOf(text, problem.offset)}: ${problem.message}`),
    };
  }
  const reader = new ConfigReader(text, rules);
  const config = reader.read(value);
  return reader.problems.length > 0 ? { problems: reader.inOrder() } : { config };
}

const severityNames = ["error", "warning", "info", "off"];
const selectorKeys = ["rule", "bundle", "file"];
const suppressionKeys = ["pointer", "attemptId", "fingerprint", "reason", "expires"];

type Fields = ReadonlyMap<string, unknown>;

class ConfigReader {
  readonly problems: {
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[] = [];
  readonly #text: string;
  readonly #rules: KnownRules;

  constructor(text: string, rules: KnownRules) {
    this.#text = text;
    this.#rules = rules;
  }

  /** The problems in the order of their places. */
  inOrder(): readonly string[] {
    return this.problems
      .toSorted((a, b) => a.line - b.line || a.column - b.column)
      .map(({ line, column, message }) => `${line}:${column}: ${message}`);
  }

  read(value: unknown): Config {
    const fields = this.#object(value, "", ["$schema", "severity", "suppressions"]);
    return {
      severity: this.#list(fields, "severity", [...selectorKeys, "severity"], (item, at) =>
        this.#severityEntry(item, at),
      ),
      suppressions: this.#list(
        fields,
        "suppressions",
        [...selectorKeys, ...suppressionKeys],
        (item, at) => this.#suppression(item, at),
      ),
    };
  }

  #severityEntry(fields: Fields, at: string): SeverityEntry {
    const severity = fields.get("severity");
    if (typeof severity !== "string" || !severityNames.includes(severity)) {
      this.#fault(`${at}/severity`, `severity: expected ${severityNames.join(", ")}`, severity);
    }
    return { ...this.#selector(fields, at), severity: severity as SeverityEntry["severity"] };
  }

  #suppression(fields: Fields, at: string): Suppression {
    const reason = this.#string(fields, at, "reason");
    if (reason?.trim() === "")
      this.#fault(`${at}/reason`, "reason: say why these findings are accepted", reason);
    const expires = this.#string(fields, at, "expires");
    if (expires !== undefined && !isDate(expires)) {
      this.#fault(`${at}/expires`, "expires: expected the last day, such as 2030-12-31", expires);
    }
    const rest: Record<"pointer" | "attemptId" | "fingerprint", string | undefined> = {
      pointer: this.#optionalString(fields, at, "pointer"),
      attemptId: this.#optionalString(fields, at, "attemptId"),
      fingerprint: this.#optionalString(fields, at, "fingerprint"),
    };
    return {
      ...this.#selector(fields, at),
      ...defined(rest),
      reason: reason ?? "",
      expires: expires ?? "",
    };
  }

  #selector(fields: Fields, at: string): Selector {
    const rule = this.#string(fields, at, "rule");
    const problem =
      rule === undefined ? undefined : patternProblem(rule, this.#rules.ids, this.#rules.fixed);
    if (problem !== undefined) this.#fault(`${at}/rule`, problem);
    const rest: Record<"bundle" | "file", string | undefined> = {
      bundle: this.#optionalString(fields, at, "bundle"),
      file: this.#optionalString(fields, at, "file"),
    };
    return { rule: rule ?? "", ...defined(rest) };
  }

  #object(value: unknown, at: string, known: readonly string[]): Fields | undefined {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.#fault(at, "expected an object", value);
      return undefined;
    }
    const fields = new Map(Object.entries(value));
    for (const key of fields.keys()) {
      if (known.includes(key)) continue;
      const pointer = `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      this.#fault(pointer, `unknown key ${JSON.stringify(key)}${didYouMean(key, known)}`);
    }
    return fields;
  }

  /** The entries of a list of objects; those that are none are left out, with a problem. */
  #list<T>(
    fields: Fields | undefined,
    key: string,
    known: readonly string[],
    read: (item: Fields, at: string) => T,
  ): T[] {
    const value = fields?.get(key);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#fault(`/${key}`, "expected a list", value);
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      const at = `/${key}/${index}`;
      const entry = this.#object(item, at, known);
      return entry === undefined ? [] : [read(entry, at)];
    });
  }

  #string(fields: Fields, at: string, key: string): string | undefined {
    if (fields.has(key)) return this.#optionalString(fields, at, key);
    this.#fault(at, `${key} is missing`);
    return undefined;
  }

  #optionalString(fields: Fields, at: string, key: string): string | undefined {
    const value = fields.get(key);
    if (value === undefined || typeof value === "string") return value;
    this.#fault(`${at}/${key}`, `${key}: expected a text`, value);
    return undefined;
  }

  #fault(pointer: string, message: string, found?: unknown): void {
    const { line, column } = locate(this.#text, pointer) ?? { line: 1, column: 1 };
    this.problems.push({
      line,
      column,
      message: `${message}${found === undefined ? "" : `, found ${JSON.stringify(found)}`}`,
    });
  }
}

function defined<K extends string>(values: Record<K, string | undefined>): { [P in K]?: string } {
  const entries = Object.entries<string | undefined>(values).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(entries) as { [P in K]?: string };
}

/** True for a day that exists. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return `${before.split("\n").length}:${before.length - start + 1}`;
}
