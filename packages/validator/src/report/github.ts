import { printable, printableName } from "@flow-bundle/bundle";
import type { BundleReport, Finding, Report } from "@flow-bundle/schema";
import { detailsOf, messageOf } from "./details.ts";
import type { RenderOptions } from "./model.ts";
import { atLeast, severities, sumOfCounts } from "./severity.ts";
import { totals } from "./totals.ts";
import { countsInWords, plural } from "./words.ts";

/** GitHub shows this many annotations of one level for a step; the others are in the log only. */
export const annotationLimit = 10;

const levels = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * GitHub Actions workflow commands: an annotation for each finding, worst first, then a line for each bundle. Only our
 * own words begin a line that is no command.
 */
export function renderGithub(report: Report, options: RenderOptions = {}): string {
  const { failOn = "error", quiet = false, directory = "" } = options;
  const all = report.bundles.flatMap((bundle) =>
    bundle.findings.map((finding) => ({ bundle, finding })),
  );
  const shown = quiet ? all.filter(({ finding }) => atLeast(finding.severity, failOn)) : all;
  const lines = severities.flatMap((severity) =>
    shown
      .filter(({ finding }) => finding.severity === severity)
      .map(({ bundle, finding }) => annotation(bundle, finding, directory)),
  );
  for (const { path, message } of report.failures ?? []) {
    lines.push(
      command("error", { title: "not validated" }, `${printableName(path)}: ${printable(message)}`),
    );
  }
  for (const bundle of report.bundles) lines.push(`bundle-validate: ${bundleLine(bundle)}`);
  const crowded = severities.filter(
    (severity) =>
      shown.filter(({ finding }) => finding.severity === severity).length > annotationLimit,
  );
  if (crowded.length > 0) {
    const names = crowded.map((severity) =>
      plural(totals(report).findings[severity], severity, `${severity}s`),
    );
    lines.push(
      `bundle-validate: GitHub shows ${annotationLimit} annotations of a level at most; all of the ${names.join(" and ")} are in this log`,
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

function bundleLine({ path, verdict, counts, ...bundle }: BundleReport): string {
  const unlisted = sumOfCounts(bundle.unlisted);
  const rest = unlisted > 0 ? `, ${unlisted} of them not listed` : "";
  return `${printableName(path)} is ${verdict}: ${countsInWords(counts)}${rest}`;
}

function annotation(bundle: BundleReport, finding: Finding, directory: string): string {
  const properties: Record<string, string> = {
    title: finding.ruleId,
    file: repositoryPath(directory, bundle.path, finding.file),
  };
  if (finding.line !== undefined) properties["line"] = `${finding.line}`;
  if (finding.column !== undefined) properties["col"] = `${finding.column}`;
  return command(
    levels[finding.severity],
    properties,
    [messageOf(finding), ...detailsOf(finding)].join("\n"),
  );
}

/** The path of a file as seen from the root of the repository, where the paths that were given are relative. */
function repositoryPath(directory: string, bundle: string, file: string): string {
  const path = bundle.replaceAll("\\", "/");
  const absolute = path.startsWith("/") || /^[a-z]:\//i.test(path);
  const joined = `${absolute ? "" : directory}${path === "." ? "" : `${path}/`}${file}`;
  return absolute
    ? joined
    : joined
        .split("/")
        .filter((segment) => segment !== ".")
        .join("/");
}

function command(
  name: string,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(printable(value, { max: 4096 }))}`,
  );
  return `::${name} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
