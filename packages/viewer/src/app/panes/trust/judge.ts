import type { BundleReport, Finding } from "@flow-bundle/schema";
import { count } from "../../ui/time.ts";

/** A file that the seal names. */
export interface SealedFile {
  readonly path: string;
  readonly bytes: number;
}

/** What can be said about the seal. */
export type SealState =
  | { readonly kind: "intact"; readonly files: readonly SealedFile[] }
  | { readonly kind: "broken"; readonly findings: readonly Finding[] }
  | { readonly kind: "unchecked"; readonly because: string }
  /** The run goes on; it is sealed when it ends. */
  | { readonly kind: "not-yet" }
  /** The version of the format has none. */
  | { readonly kind: "unknown-to-version" }
  /** It should have one. */
  | { readonly kind: "missing" };

/** Judges the seal by a report and the raw manifest. */
export function judgeSeal(report: BundleReport, manifest: unknown): SealState {
  const findings = report.findings.filter(
    ({ ruleId, severity }) => ruleId.startsWith("seal/") && severity === "error",
  );
  const seal = member(manifest, "seal");
  if (seal === undefined) {
    if (manifest === undefined) {
      return { kind: "unchecked", because: "the manifest is not as the format asks" };
    }
    const hasSeals = report.specVersion !== null && report.specVersion !== "1.0";
    if (!hasSeals) return { kind: "unknown-to-version" };
    return findings.length > 0 ? { kind: "missing" } : { kind: "not-yet" };
  }
  if (findings.length > 0) return { kind: "broken", findings };
  const open = report.rules.notEvaluated.find(({ ruleId }) => ruleId.startsWith("seal/"));
  const applied = report.rules.applied;
  const checked = applied.includes("seal/trace") && applied.includes("seal/file");
  const files = sealedFiles(seal);
  // Without errors among the listed findings there may be some that are not listed.
  if ((report.unlisted?.error ?? 0) > 0) {
    return { kind: "unchecked", because: "there are more errors than are listed" };
  }
  if (open !== undefined || !checked || files === undefined) {
    return { kind: "unchecked", because: open?.because ?? "its rules could not be checked" };
  }
  return { kind: "intact", files };
}

function sealedFiles(seal: unknown): SealedFile[] | undefined {
  const files = member(seal, "files");
  const trace = member(member(seal, "trace"), "bytes");
  if (!Array.isArray(files) || typeof trace !== "number") return undefined;
  const sealed: SealedFile[] = [{ path: "trace.ndjson", bytes: trace }];
  for (const file of files as unknown[]) {
    const path = member(file, "path");
    const bytes = member(file, "bytes");
    if (typeof path !== "string" || typeof bytes !== "number") return undefined;
    sealed.push({ path, bytes });
  }
  return sealed;
}

function member(value: unknown, key: string): unknown {
  const has = typeof value === "object" && value !== null && Object.hasOwn(value, key);
  return has ? (value as { readonly [key: string]: unknown })[key] : undefined;
}

/** What became of one part of the bundle. */
export interface PartState {
  readonly name: string;
  readonly kind: "verified" | "warnings" | "problems" | "partly" | "not-judged" | "nothing";
  readonly applied: number;
  readonly notEvaluated: readonly { readonly ruleId: string; readonly because: string }[];
  readonly errors: number;
  readonly warnings: number;
  /** What it means that nothing is wrong. */
  readonly sentence: string;
}

/** The parts of a bundle, what was checked in each, and what that says. */
export function judgeParts(report: BundleReport): PartState[] {
  const { events, attempts, sessions, artifacts } = report.facts;
  const parts: [name: string, areas: string[], sentence: string, isThere?: boolean][] = [
    [
      "Files",
      ["bundle", "json", "limits"],
      "Every file that belongs there was read, and nothing else lies beside them.",
    ],
    ["Manifest", ["manifest"], "It names the run, its state and its files as the format asks."],
    ["Flow", ["flow"], "Its nodes and edges fit together."],
    [
      "Trace",
      ["trace", "attempt", "action"],
      `${count(events, "event")} without a hole in the numbering; ${count(attempts, "attempt")}, each begun and ended as it may.`,
    ],
    [
      "Projections",
      ["projection"],
      "The summaries were worked out again from the trace, and say the same.",
    ],
    [
      "Sessions",
      ["session"],
      `${count(sessions, "conversation")}, with every message that an attempt refers to.`,
      sessions > 0,
    ],
    [
      "Artifacts",
      ["artifact"],
      `${count(artifacts, "file")} read again; each has the SHA-256 that the trace names.`,
      artifacts > 0,
    ],
    ["Seal", ["seal"], "Every file is the one that was there when the run ended."],
  ];
  return parts.map(([name, areas, sentence, isThere = true]) => {
    const part = partOf(report, name, areas, sentence);
    return !isThere && part.kind === "verified" ? { ...part, kind: "nothing" } : part;
  });
}

function partOf(report: BundleReport, name: string, areas: string[], sentence: string): PartState {
  const isOwn = (ruleId: string): boolean => areas.includes(ruleId.split("/", 1)[0] ?? "");
  const own = report.findings.filter(({ ruleId }) => isOwn(ruleId));
  const total = (severity: Finding["severity"]): number =>
    own
      .filter((finding) => finding.severity === severity)
      .reduce((sum, { count = 1 }) => sum + count, 0);
  const [errors, warnings] = [total("error"), total("warning")];
  const applied = report.rules.applied.filter(isOwn).length;
  const notEvaluated = report.rules.notEvaluated.filter(({ ruleId }) => isOwn(ruleId));
  let kind: PartState["kind"] = "verified";
  if (errors > 0) kind = "problems";
  else if (notEvaluated.length > 0) kind = applied > 0 ? "partly" : "not-judged";
  else if (applied === 0) kind = "nothing";
  else if (warnings > 0) kind = "warnings";
  return { name, kind, applied, notEvaluated, errors, warnings, sentence };
}

/** Findings of one rule. */
export interface FindingGroup {
  readonly ruleId: string;
  readonly severity: Finding["severity"];
  readonly findings: readonly Finding[];
  /** How often it occurred: a finding can stand for several. */
  readonly count: number;
}

const severities = ["error", "warning", "info"];

/** Findings by rule: errors first, in the order in which they were found. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.ruleId}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(finding);
  }
  return [...groups.values()]
    .map((group): FindingGroup => {
      const [{ ruleId, severity }] = group as [Finding];
      const total = group.reduce((sum, { count = 1 }) => sum + count, 0);
      return { ruleId, severity, findings: group, count: total };
    })
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
