import { acpxDifferences } from "./acpx-differences.ts";
import { acpxFindings } from "./acpx-findings.ts";
import { flowExamples } from "./flow-examples.ts";
import { implementations } from "./implementations.ts";
import { killMatrixTables } from "./kill-matrix.ts";
import { packageTable } from "./packages.ts";
import { coverageSummary, requirementCoverage } from "./requirement-coverage.ts";
import { rulesByArea } from "./rules.ts";

/** What fills a generated section, by the name in its comment. Each returns Markdown. */
export const generators: ReadonlyMap<string, (root: string) => string> = new Map([
  ["acpx-differences", acpxDifferences],
  ["acpx-findings", acpxFindings],
  ["flow-examples", flowExamples],
  ["implementations", implementations],
  ["kill-matrix", killMatrixTables],
  ["packages", packageTable],
  ["requirement-coverage", requirementCoverage],
  ["requirement-coverage-summary", coverageSummary],
  ["rules", rulesByArea],
]);
