import type * as schema from "@flow-bundle/schema";
import type { Severity } from "../engine/finding.ts";

/** The `schema` of the report object; its JSON Schema is spec/report.schema.json. */
export const reportSchema = "flow-run-bundle.report.v1";

/** A path for which no report could be made, and the exit code it asks for. */
export interface Failure {
  /** As the user gave it. */
  readonly path: string;
  readonly message: string;
  /** 2: not a bundle, 3: not readable, 70: a fault of our own. */
  readonly exitCode: 2 | 3 | 70;
}

/** A finding that the configuration silences, and why. */
export interface SuppressedFinding {
  readonly reason: string;
  /** Last day on which the suppression holds, as YYYY-MM-DD. */
  readonly expires: string;
  readonly finding: schema.Finding;
}

/** What was found in one bundle, with what the configuration silenced. */
export type BundleReport = schema.BundleReport & {
  /** Findings that are neither in `findings` nor in `counts`. */
  readonly suppressed?: readonly SuppressedFinding[];
};

/** The report object that every format is rendered from. */
export type Report = Omit<schema.Report, "bundles"> & {
  readonly bundles: readonly BundleReport[];
  /** Paths for which there is no entry in `bundles`. Absent when there are none. */
  readonly failures?: readonly Failure[];
};

/** How many equal findings a finding stands for. */
export function occurrences(finding: schema.Finding): number {
  return finding.count ?? 1;
}

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

/** Puts the reports of several bundles into one report object. */
export function createReport(
  tool: Report["tool"],
  bundles: readonly BundleReport[],
  failures: readonly Failure[] = [],
): Report {
  return {
    schema: reportSchema,
    tool,
    bundles,
    ...(failures.length === 0 ? {} : { failures }),
  };
}
