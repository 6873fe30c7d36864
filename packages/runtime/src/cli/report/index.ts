import type { Io } from "../io.ts";
import { jsonReporter } from "./json.ts";
import { quietReporter } from "./quiet.ts";
import type { Reporter } from "./reporter.ts";
import { textReporter } from "./text.ts";
import type { TextOptions } from "./text.ts";

/** How a run is told. */
export type RunFormat = "text" | "json" | "quiet";

/** The reporter of a format. */
export function reporterFor(format: RunFormat, io: Io, options: TextOptions): Reporter {
  if (format === "json") return jsonReporter(io);
  return format === "quiet" ? quietReporter(io) : textReporter(io, options);
}
