import { isAbsolute, relative } from "node:path";
import { openBundle } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import { findRun } from "../runs/find-run.ts";
import { conditionOf } from "../runs/run-facts.ts";
import { engineOptions } from "./execution.ts";
import type { ExecutionOptions } from "./execution.ts";
import { withFlowConsole } from "./flow-console.ts";
import { readFlowFile } from "./flow-file.ts";
import type { Io } from "./io.ts";
import { readInput } from "./json-input.ts";
import { nameForCommands } from "./next-commands.ts";
import { reporterFor } from "./report/index.ts";
import { runsDirOf } from "./runs-dir.ts";
import { supervised } from "./supervised.ts";
import { UsageError } from "./usage-error.ts";

/** The options of `flow resume`. */
export interface ResumeOptions extends ExecutionOptions {
  readonly flow?: string;
}

/** `flow resume`: returns the exit code. */
export async function resumeCommand(run: string, options: ResumeOptions, io: Io): Promise<number> {
  const input = await readInput(options, io);
  const runsDir = runsDirOf(options.runsDir, io);
  const place = findRun(run, runsDir, io.directory);
  const { id, path: bundlePath } = place;
  const host = nodeHost();
  const bundle = await openBundle(host.files.source(bundlePath));
  const { condition, pid } = await conditionOf(host, bundlePath, bundle);
  if (["completed", "failed", "timed_out"].includes(condition)) {
    const words = condition.replace("_", " ");
    throw new UsageError(
      `The run ${id} has ended (${words}); a run that has ended is never reopened`,
    );
  }
  if (condition === "running") {
    throw new UsageError(`The run ${id} is going on, in process ${pid}`);
  }
  const file = options.flow ?? flowPathOf(bundle.manifest.flowPath, bundlePath, id);
  const verbose = options.verbose === true;
  const next = { nameOf: () => nameForCommands(run, place, options.runsDir) };
  const reporter = reporterFor(options.format, io, { verbose, next });
  return withFlowConsole(reporter, async () => {
    const { flow, path, folder } = await readFlowFile(file, io);
    const engine = await engineOptions(flow, path, folder, runsDir, options, io);
    const { resumeFlow } = await import("../engine/resume-flow.ts");
    const answer = input === undefined ? {} : { input };
    return supervised(reporter, io, verbose, (supervision) =>
      resumeFlow(flow, bundlePath, answer, { ...engine, ...supervision }),
    );
  });
}

/** The flow file that a manifest names. It will be run, so a bundle must not bring its own. */
function flowPathOf(flowPath: unknown, bundlePath: string, id: string): string {
  if (typeof flowPath !== "string" || !isAbsolute(flowPath)) {
    throw new UsageError(`The run ${id} does not say where its flow file is; name it with --flow`);
  }
  const inside = relative(bundlePath, flowPath);
  if (isAbsolute(inside) || inside.startsWith("..")) return flowPath;
  throw new UsageError(
    `The run ${id} names a flow file inside its own folder, and that is not run; name the file with --flow`,
  );
}
