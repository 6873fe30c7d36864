import type { ConformanceReport } from "../generated/types.ts";

/** What a renderer may be told beside the report. */
export interface RenderOptions {
  /** Gives a text a style; default: leaves it as it is. */
  readonly paint?: (style: "bold" | "dim" | "green" | "red" | "yellow", text: string) => string;
  /** All failures in full; default: the first 20. */
  readonly isVerbose?: boolean;
}

/** Renders a report; the result ends with a line feed. */
export type Renderer = (report: ConformanceReport, options?: RenderOptions) => string;
