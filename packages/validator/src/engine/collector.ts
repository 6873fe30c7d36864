import { catalogue, catalogueSeverity } from "./catalogue.ts";
import type { FindingInput, Severity } from "./finding.ts";
import { shortenFinding } from "./shorten.ts";
import { defaultMaxFindings, type ValidateOptions } from "./options.ts";

/** A finding on its way into the report: not yet located and without fingerprint. */
export interface CollectedFinding extends FindingInput {
  readonly ruleId: string;
  readonly severity: Severity;
  /** How many equal findings this one stands for. */
  count: number;
}

/** Gathers the findings of one bundle: gives them their severity, groups equal ones, keeps the list bounded. */
export class FindingCollector {
  readonly listed: CollectedFinding[] = [];
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  /** Findings that were counted but are not listed, because of `maxFindings`. */
  readonly unlisted: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  /** True when an error was found whose rule does not make the verdict undetermined. */
  invalid = false;
  /** True when something kept the bundle from being judged. */
  undetermined = false;

  readonly #groups = new Map<string, CollectedFinding>();
  readonly #options: ValidateOptions;
  readonly #max: number;
  readonly #only: ReadonlySet<string> | undefined;
  readonly #ignore: ReadonlySet<string>;
  #version: "1.0" | "1.1" = "1.0";

  constructor(options: ValidateOptions) {
    this.#options = options;
    this.#max = options.maxFindings ?? defaultMaxFindings;
    this.#only = options.only === undefined ? undefined : new Set(options.only);
    this.#ignore = new Set(options.ignore);
  }

  /** The version whose severities count; set as soon as the manifest was read. */
  set version(version: "1.0" | "1.1") {
    this.#version = version;
  }

  /** True unless `only`, `ignore` or the catalogue switch the rule off for this version. */
  selected(ruleId: string): boolean {
    if (this.#ignore.has(ruleId)) return false;
    return this.#only === undefined || this.#only.has(ruleId);
  }

  /**
   * Adds a finding and tells its severity, or `off` when it does not count. Rules that are not selected are judged all
   * the same (the caller must know whether an input is good) but leave no trace in the report.
   */
  add(ruleId: string, input: FindingInput): Severity | "off" {
    const severity = this.#severity(ruleId, input.file);
    if (severity === "off" || !this.selected(ruleId)) return severity;
    this.counts[severity] += 1;
    if (catalogue.get(ruleId)?.undetermined === true) this.undetermined = true;
    else if (severity === "error") this.invalid = true;

    const short = shortenFinding(input);
    const key = groupKey(ruleId, short);
    const group = this.#groups.get(key);
    if (group !== undefined) {
      group.count += 1;
      return severity;
    }
    if (this.listed.length >= this.#max) {
      this.unlisted[severity] += 1;
      return severity;
    }
    const finding: CollectedFinding = { ...short, ruleId, severity, count: 1 };
    this.#groups.set(key, finding);
    this.listed.push(finding);
    return severity;
  }

  #severity(ruleId: string, file: string): Severity | "off" {
    if (ruleId === "bundle/not-finished" && this.#options.requireFinished === true) return "error";
    const own = catalogueSeverity(ruleId, this.#version);
    if (own === "off") return "off";
    return this.#options.severity?.(ruleId, file) ?? own;
  }
}

/**
 * Findings with the same key are one finding with a count. A writer that misspells a field does so in every line: what
 * the form of lines and documents breaks is grouped over lines and over the elements of lists.
 */
function groupKey(ruleId: string, { file, pointer, message, attemptId }: FindingInput): string {
  const layer = catalogue.get(ruleId)?.layer;
  return layer === "schema" || layer === "encoding"
    ? JSON.stringify([ruleId, file, pointer?.replace(/\/\d+(?=\/|$)/g, "/*"), message])
    : JSON.stringify([ruleId, file, pointer, message, attemptId]);
}
