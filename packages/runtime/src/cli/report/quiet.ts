import { printableJson } from "@flow-bundle/bundle";
import { excerpt, noLimits } from "../excerpt.ts";
import type { Io } from "../io.ts";
import type { Reporter } from "./reporter.ts";

/** Nothing but the output of the last attempt: a string as it is, anything else as JSON. Errors go to standard error. */
export function quietReporter(io: Io): Reporter {
  return {
    observe: () => undefined,
    end(end) {
      const { output } = end;
      if (output !== undefined) io.stdout.write(`${outputText(output, io.stdout.isTerminal)}\n`);
      if (end.error !== undefined) io.stderr.write(`flow: ${errorLines(end.error)}\n`);
    },
    interject: (text) => io.stderr.write(text),
    close: () => undefined,
  };
}

/** In a pipe a string is what it is; a terminal would obey what is in it. */
function outputText(output: unknown, isTerminal: boolean): string {
  if (typeof output !== "string") return printableJson(JSON.stringify(output) ?? "null");
  return isTerminal ? excerpt(output, noLimits).join("\n") : output.replace(/\n$/, "");
}

function errorLines(error: string): string {
  return excerpt(error, noLimits).join("\n");
}
