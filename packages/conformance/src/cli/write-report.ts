import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ConformanceReport } from "../generated/types.ts";
import { loadRenderer } from "../report/formats.ts";
import type { Io } from "./io.ts";
import type { Output } from "./option-values.ts";
import { paintFor } from "./paint.ts";
import { UsageError } from "@flow-bundle/runtime/command-line";

/** Writes a report in every format that was asked for. */
export async function writeReport(
  report: ConformanceReport,
  outputs: readonly Output[] | undefined,
  isVerbose: boolean,
  io: Io,
): Promise<void> {
  for (const { format, file } of outputs ?? [{ format: "text" }]) {
    const render = await loadRenderer(format);
    const toTerminal = file === undefined && format === "text";
    const text = render(report, {
      isVerbose,
      ...(toTerminal && { paint: paintFor(io.stdout, io.env) }),
    });
    if (file === undefined) io.stdout.write(text);
    else save(resolve(io.directory, file), text);
  }
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`the report cannot be written: ${(error as Error).message}`);
  }
}
