import { printable } from "@flow-bundle/bundle";
import type { CheckResult, ConformanceReport } from "../generated/types.ts";
import type { Renderer } from "./options.ts";
import { renderText } from "./text.ts";

/** GitHub shows no more annotations of one level for a step. */
const mostAnnotations = 10;

/** GitHub Actions workflow commands: an annotation for each failure, then the text between the marks of a group. */
export const renderGithub: Renderer = (report, options) => {
  const bad = (report.results ?? []).filter(
    ({ status }) => status === "fail" || status === "broken" || status === "unexpected-pass",
  );
  const lines = [
    ...bad.slice(0, mostAnnotations).map(annotation),
    ...(report.shortcomings ?? []).map((text) => command("error", "bundle-conformance", text)),
    ...brokenRequirements(report),
    ...(report.partial ? [command("error", "bundle-conformance", "the run was interrupted")] : []),
    "::group::bundle-conformance",
    ...renderText(report, options)
      .trimEnd()
      .split("\n")
      // No line of the text may be a command.
      .map((line) => `  ${line}`.trimEnd()),
    "::endgroup::",
  ];
  return lines.map((line) => `${line}\n`).join("");
};

function annotation({ caseId, checkId, message = "", expected, found }: CheckResult): string {
  const more = [
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ...(found === undefined ? [] : [`found: ${found}`]),
  ];
  return command("error", `${caseId} ${checkId}`, [message, ...more].join("\n"));
}

function brokenRequirements({ observed }: ConformanceReport): string[] {
  const broken = (observed?.requirements ?? []).filter(({ outcome }) => outcome === "broken");
  return broken
    .slice(0, mostAnnotations)
    .map(({ id, findings = [] }) =>
      command(
        "error",
        id,
        findings.map(({ bundle, message }) => `${bundle}: ${message}`).join("\n"),
      ),
    );
}

function command(name: string, title: string, text: string): string {
  const shown = text
    .split("\n")
    .map((line) => printable(line, { max: 1000 }))
    .join("\n");
  const property = escapeData(printable(title)).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::${name} title=${property}::${escapeData(shown)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
