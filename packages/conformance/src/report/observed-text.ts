import { printable, printableName } from "@flow-bundle/bundle";
import type { ConformanceReport } from "../generated/types.ts";
import type { RenderOptions } from "./options.ts";
import { tableLines } from "./table.ts";
import { plural } from "./words.ts";

const mostFindings = 3;

/** What was seen in bundles that were handed over as they are. */
export function observedLines(
  { observed }: ConformanceReport,
  { paint = (_style, text) => text, isVerbose = false }: RenderOptions,
): string[] {
  if (observed === undefined) return [];
  const { bundles, requirements } = observed;
  const bad = bundles.filter(({ verdict }) => verdict !== "valid");
  const broken = requirements.filter(({ outcome }) => outcome === "broken");
  const areas = Map.groupBy(requirements, ({ id }) => id.split("-")[0] ?? id);
  const rows = Array.from(areas, ([area, list]) => [
    area,
    ...(["met", "broken", "not-exercised"] as const).map(
      (outcome) => list.filter((requirement) => requirement.outcome === outcome).length,
    ),
  ]);
  return [
    ...tableLines([["requirements", "met", "broken", "not exercised"], ...rows]).map(
      (line, index) => (index === 0 ? paint("bold", line) : line),
    ),
    "",
    ...broken.flatMap(({ id, findings = [] }) => [
      `${paint("red", "broken")}  ${paint("bold", id)}`,
      ...findings
        .slice(0, isVerbose ? undefined : mostFindings)
        .map(
          ({ bundle, file, line, message, ruleId, severity }) =>
            `  ${printableName(bundle)} ${printableName(file)}${line === undefined ? "" : `:${line}`}: ${severity} ${ruleId}: ${printable(message)}`,
        ),
      ...(!isVerbose && findings.length > mostFindings
        ? [`  … and ${findings.length - mostFindings} more; --verbose shows them all`]
        : []),
      "",
    ]),
    ...bad.map(({ path, verdict }) => `${paint("red", verdict)}  ${printableName(path)}`),
    `${plural(bundles.length, "bundle")}, ${bundles.length - bad.length} valid; of ${plural(requirements.length, "requirement")} ${requirements.filter(({ outcome }) => outcome === "met").length} were exercised and met, ${broken.length} broken`,
  ];
}
