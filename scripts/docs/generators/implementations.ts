import type { BaselineDocument, ConformanceReport } from "@flow-bundle/conformance";
import { subjects } from "../../conformance/reports/subjects.ts";
import { listFiles, readJson } from "../../lib/files.ts";
import { plain, table } from "./table.ts";

type Result = NonNullable<ConformanceReport["results"]>[number];

interface Claim {
  readonly file: string;
  readonly report: ConformanceReport;
}

/** What the suite says of each implementation, from the reports in `conformance-reports/`. */
export function implementations(root: string): string {
  const claims = listFiles(root, "conformance-reports", "conformance-reports/*.json")
    .map((file): Claim => ({ file, report: readJson(root, file) as ConformanceReport }))
    .filter(({ report }) => !report.partial && report.narrowed !== true);
  const head = ["implementation", "version", "role", "format", "capabilities", "verdict", "cases"];
  const rows = claims.map(({ file, report }) => [
    `[${report.implementation.name}](../${file})`,
    report.implementation.version ?? "",
    report.role,
    report.specVersions.join(", "),
    ["core", ...report.capabilities].join(", "),
    report.verdict,
    countsOf(report),
  ]);
  return [table(head, rows), ...claims.map(({ report }) => details(root, report))].join("\n\n");
}

function countsOf({ cases }: ConformanceReport): string {
  const { pass = 0, fail = 0, broken = 0, knownFailure = 0, notApplicable = 0 } = cases ?? {};
  return [
    `${pass} passed`,
    ...(knownFailure > 0 ? [`${knownFailure} deviate as is known`] : []),
    ...(fail + broken > 0 ? [`${fail + broken} failed`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
  ].join(", ");
}

function details(root: string, report: ConformanceReport): string {
  const { implementation, role, command, results = [] } = report;
  const { name, version } = implementation;
  const title = `## ${name}${version === undefined ? "" : ` ${version}`} as a ${role}`;
  const known = results.filter(({ status }) => status === "known-failure");
  const parts = [title, `\`\`\`sh\n${command}\n\`\`\``];
  if (known.length > 0) parts.push(deviations(known, brokenBy(root, report)));
  return parts.join("\n\n");
}

/** Known deviations, by the reason that the baseline gives. */
function deviations(known: readonly Result[], requirements: ReadonlyMap<string, string>): string {
  const byReason = Map.groupBy(known, ({ reason = "" }) => reason);
  const rows = Array.from(byReason, ([reason, results]) => {
    const broken = results.flatMap((result) => requirements.get(key(result)) ?? []);
    const cases = results.map(({ caseId }) => `\`${caseId.replace(/^[^/]*\//, "")}\``);
    return [plain(reason), unique(broken.map((id) => `\`${id}\``)), unique(cases)];
  });
  return `What is known of it:\n\n${table(["deviation", "requirement", "cases"], rows)}`;
}

/** Requirements that known failures break, as the baseline has them, when that is one of this repository. */
function brokenBy(root: string, { implementation, role }: ConformanceReport): Map<string, string> {
  const subject = subjects.find((one) => one.name === implementation.name && one.role === role);
  if (subject?.baseline === undefined) return new Map();
  const { known } = readJson(root, subject.baseline) as BaselineDocument;
  return new Map(known.map((entry) => [key(entry), entry.requirement ?? ""]));
}

function key({ caseId, checkId }: Pick<Result, "caseId" | "checkId">): string {
  return `${caseId} ${checkId}`;
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].join(", ");
}
