import { printableJson } from "@flow-bundle/bundle";
import type { Report } from "@flow-bundle/schema";

/** The report object itself, indented. What could harm a terminal is written as JSON escapes. */
export function renderJson(report: Report): string {
  return printableJson(`${JSON.stringify(report, null, 2)}\n`);
}
