import { printable, printableJson } from "@flow-bundle/bundle";
import {
  type BundleReport,
  type Finding,
  type Report,
  type RuleInfo,
  rules,
} from "@flow-bundle/schema";
import { detailsOf, messageOf } from "./details.ts";
import { occurrences } from "./model.ts";
import type { RenderOptions, SuppressedFinding } from "./model.ts";
import {
  artifactLocation,
  baseIds,
  bundleLocation,
  type BundleLocation,
} from "./sarif-location.ts";
import { countAtLeast } from "./severity.ts";

type RelatedPlace = NonNullable<Finding["related"]>[number];

const levels = { error: "error", warning: "warning", info: "note", off: "none" } as const;

/**
 * SARIF 2.1.0: one run for the whole report, so that a code scanning service takes it as one analysis. Files are relative
 * to `%SRCROOT%`, or to their bundle when that was given by an absolute path.
 */
export function renderSarif(report: Report, options: RenderOptions = {}): string {
  const used = rulesOf(report);
  const index = new Map(used.map((rule, position) => [rule.id, position]));
  const failures = report.failures ?? [];
  const locations = report.bundles.map((bundle, position) =>
    bundleLocation(bundle, position, options.directory ?? ""),
  );
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            rules: used.map(ruleDescriptor),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: baseIds(locations),
        invocations: [
          {
            executionSuccessful:
              failures.length === 0 &&
              report.bundles.every(({ verdict }) => verdict !== "undetermined"),
            toolExecutionNotifications: failures.map(({ path, message, exitCode }) => ({
              level: "error",
              message: { text: plainMessage(`${path}: ${message}`) },
              properties: { path, exitCode },
            })),
          },
        ],
        results: report.bundles.flatMap((bundle, position) => {
          const location = locations[position];
          return location === undefined ? [] : bundleResults({ bundle, location, index });
        }),
        properties: {
          bundles: report.bundles.map(
            ({
              path,
              verdict,
              specVersion,
              runId,
              runStatus,
              counts,
              unlisted,
              limits,
              rules: states,
            }) => ({
              path,
              verdict,
              specVersion,
              runId,
              runStatus,
              counts,
              unlisted,
              limits,
              failing: countAtLeast(counts, options.failOn ?? "error"),
              notEvaluated: states.notEvaluated,
            }),
          ),
        },
      },
    ],
  };
  return printableJson(`${JSON.stringify(log, null, 2)}\n`);
}

/** The rules that the report speaks of, by id. */
function rulesOf(report: Report): readonly RuleInfo[] {
  const ids = new Set<string>();
  for (const bundle of report.bundles) {
    for (const id of bundle.rules.applied) ids.add(id);
    for (const { ruleId } of bundle.findings) ids.add(ruleId);
    for (const { finding } of bundle.suppressed ?? []) ids.add(finding.ruleId);
  }
  return rules.filter((rule) => ids.has(rule.id));
}

function ruleDescriptor(rule: RuleInfo): object {
  return {
    id: rule.id,
    shortDescription: { text: plainMessage(rule.title) },
    fullDescription: { text: plainMessage(rule.title) },
    help: { text: `bundle-validate --explain ${rule.id}` },
    defaultConfiguration: {
      enabled: rule.severity["1.1"] !== "off" || rule.severity["1.0"] !== "off",
      level: levels[rule.severity["1.1"] === "off" ? rule.severity["1.0"] : rule.severity["1.1"]],
    },
    properties: {
      requirement: rule.requirement,
      since: rule.since,
      severity: rule.severity,
      layer: rule.layer,
      document: rule.url,
    },
  };
}

/** What the results of one bundle have in common. */
interface Scope {
  readonly bundle: BundleReport;
  readonly location: BundleLocation;
  /** Position of each rule in the driver's list. */
  readonly index: ReadonlyMap<string, number>;
}

function bundleResults(scope: Scope): object[] {
  const { findings, suppressed = [] } = scope.bundle;
  return [
    ...findings.map((finding) => result(finding, scope)),
    ...suppressed.map((entry) => result(entry.finding, scope, suppressions(entry))),
  ];
}

function suppressions({ reason, expires }: SuppressedFinding): object[] {
  return [{ kind: "external", status: "accepted", justification: reason, properties: { expires } }];
}

function result(
  finding: Finding,
  { bundle, location, index }: Scope,
  suppressed?: readonly object[],
): object {
  const { seq, nodeId, attemptId, sessionId, pointer, expected, actual, hint, related } = finding;
  return {
    ruleId: finding.ruleId,
    ruleIndex: index.get(finding.ruleId),
    level: levels[finding.severity],
    message: { text: plainMessage([messageOf(finding), ...detailsOf(finding)].join("\n")) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(finding.file, location),
          region: region(finding),
        },
        logicalLocations: logicalLocations(finding),
      },
    ],
    relatedLocations: related?.map((place, id) => relatedLocation(place, id, location)),
    occurrenceCount: occurrences(finding) > 1 ? occurrences(finding) : undefined,
    partialFingerprints: { "flowBundleFinding/v1": finding.fingerprint },
    suppressions: suppressed,
    properties: {
      bundle: bundle.path,
      pointer,
      seq,
      nodeId,
      attemptId,
      sessionId,
      expected,
      actual,
      hint,
    },
  };
}

function relatedLocation(place: RelatedPlace, id: number, location: BundleLocation): object {
  const { file, line, message } = place;
  return {
    id,
    physicalLocation: {
      artifactLocation: artifactLocation(file, location),
      region: line === undefined ? undefined : { startLine: line },
    },
    message: message === undefined ? undefined : { text: plainMessage(printable(message)) },
  };
}

/** Regions of an NDJSON line or of a document; a bundle-wide finding has none. */
function region({ line, column, byteOffset }: Finding): object | undefined {
  if (line === undefined) return byteOffset === undefined ? undefined : { byteOffset };
  return { startLine: line, startColumn: column };
}

function logicalLocations({
  pointer,
  nodeId,
  attemptId,
  sessionId,
}: Finding): object[] | undefined {
  const places = [
    { kind: "value", fullyQualifiedName: pointer },
    { kind: "node", fullyQualifiedName: nodeId },
    { kind: "attempt", fullyQualifiedName: attemptId },
    { kind: "session", fullyQualifiedName: sessionId },
  ].filter(
    ({ fullyQualifiedName }) => fullyQualifiedName !== undefined && fullyQualifiedName !== "",
  );
  return places.length === 0 ? undefined : places;
}

/** In SARIF messages `[text](target)` is a link; content of a bundle must not make one, escaped or not. */
function plainMessage(text: string): string {
  return text.replaceAll("](", "] (");
}
