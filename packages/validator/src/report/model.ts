import { constants } from "@flow-bundle/schema";
import type { BundleReport, Finding, Report } from "@flow-bundle/schema";
import type { Severity } from "../engine/finding.ts";

/** A path for which no report could be made, and the exit code it asks for. */
export type Failure = NonNullable<Report["failures"]>[number];

/** A finding that the configuration accepts for now, and why. */
export type SuppressedFinding = NonNullable<BundleReport["suppressed"]>[number];

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** What a renderer may be told beside the report. */
export interface RenderOptions {
  /** Findings of this severity and above make the run fail; default `error`. */
  readonly failOn?: Severity;
  /** ANSI colours (text only); default false. */
  readonly color?: boolean;
  /** Only what makes the run fail (text and github); default false. */
  readonly quiet?: boolean;
  /** Where the working directory lies below the root of the repository, such as `packages/app/` (github, sarif). */
  readonly directory?: string;
}

/** Renders a report; the result ends with a line feed unless it is empty. */
export type Renderer = (report: Report, options?: RenderOptions) => string;

/** Puts the reports of several bundles into one report object, the one that every format is rendered from. */
export function createReport(
  tool: Report["tool"],
  bundles: readonly BundleReport[],
  failures: readonly Failure[] = [],
): Report {
  return {
    schema: constants.reportSchema,
    tool: { ...tool },
    bundles: [...bundles],
    ...(failures.length === 0 ? {} : { failures: [...failures] }),
  };
}

/** How many equal findings a finding stands for. */
export function occurrences(finding: Finding): number {
  return finding.count ?? 1;
}
