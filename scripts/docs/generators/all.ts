import { acpxFindings } from "./acpx-findings.ts";
import { packageTable } from "./packages.ts";
import { rulesByArea } from "./rules.ts";

/** What fills a generated section, by the name in its comment. Each returns Markdown. */
export const generators: ReadonlyMap<string, (root: string) => string> = new Map([
  ["acpx-findings", acpxFindings],
  ["packages", packageTable],
  ["rules", rulesByArea],
]);
