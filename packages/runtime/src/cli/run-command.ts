import { engineOptions } from "./execution.ts";
import type { ExecutionOptions } from "./execution.ts";
import { withFlowConsole } from "./flow-console.ts";
import { readFlowFile } from "./flow-file.ts";
import type { Io } from "./io.ts";
import { readInput } from "./json-input.ts";
import { nextCommands } from "./next-commands.ts";
import { reporterFor } from "./report/index.ts";
import { runsDirOf } from "./runs-dir.ts";
import { supervised } from "./supervised.ts";

/** The options of `flow run`. */
export type RunOptionsGiven = ExecutionOptions;

/** `flow run`: returns the exit code. */
export async function runCommand(file: string, options: RunOptionsGiven, io: Io): Promise<number> {
  const given = await readInput(options, io);
  const input = given === undefined ? {} : given;
  const runsDir = runsDirOf(options.runsDir, io);
  const verbose = options.verbose === true;
  const next = nextCommands(options.runsDir);
  const reporter = reporterFor(options.format, io, { verbose, next });
  return withFlowConsole(reporter, async () => {
    const { flow, path, folder } = await readFlowFile(file, io);
    const engine = await engineOptions(flow, path, folder, runsDir, options, io);
    const { runFlow } = await import("../engine/run-flow.ts");
    return supervised(reporter, io, verbose, (supervision) =>
      runFlow(flow, input, { ...engine, ...supervision }),
    );
  });
}
