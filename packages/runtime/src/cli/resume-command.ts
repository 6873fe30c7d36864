import { realpathSync } from "node:fs";
import { dirname, isAbsolute, relative } from "node:path";
import { openBundle } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import { reachableNodes } from "../engine/reachable.ts";
import { foldToContinue } from "../engine/resumable.ts";
import { findRun } from "../runs/find-run.ts";
import { conditionOf } from "../runs/run-facts.ts";
import { nothingRecorded, recordedAgents } from "./agents/recorded.ts";
import { engineOptions } from "./execution.ts";
import type { ExecutionOptions } from "./execution.ts";
import { withFlowConsole } from "./flow-console.ts";
import { readFlowFile } from "./flow-file.ts";
import type { Io } from "./io.ts";
import { readInput } from "./json-input.ts";
import { nextCommandsFor } from "./next-commands.ts";
import { reporterFor } from "./report/index.ts";
import { shellWord } from "./report/shell-word.ts";
import { runsDirOf } from "./runs-dir.ts";
import { supervised } from "./supervised.ts";
import { UsageError } from "../command-line/index.ts";
import { MissingAgentError } from "./usage-error.ts";

/** The options of `flow resume`. */
export interface ResumeOptions extends ExecutionOptions {
  readonly checkpoint?: string;
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
  const fold = await foldToContinue(bundle);
  const file = options.flow ?? flowPathOf(bundle.manifest.flowPath, bundlePath, id);
  const verbose = options.verbose === true;
  const next = nextCommandsFor(run, place, options.runsDir);
  const reporter = reporterFor(options.format, io, { verbose, next });
  return withFlowConsole(reporter, async () => {
    const { flow, path, folder } = await readFlowFile(file, io);
    const agents = isIn(runsDir, bundlePath)
      ? await recordedAgents(bundle.source, fold, await bundle.flow())
      : nothingRecorded;
    const known = { agents, reachable: reachableNodes(flow, fold) };
    const engine = await engineOptions(flow, path, folder, runsDir, options, io, known).catch(
      (error: unknown) => {
        if (agents !== nothingRecorded || fold.sessions.length === 0) throw error;
        throw withHint(error, dirname(bundlePath));
      },
    );
    const { resumeFlow } = await import("../engine/resume-flow.ts");
    const answer = {
      seenSeq: fold.upToSeq,
      ...(input !== undefined && { input }),
      ...(options.checkpoint !== undefined && { checkpoint: options.checkpoint }),
    };
    return supervised(reporter, io, verbose, (supervision) =>
      resumeFlow(flow, bundlePath, answer, { ...engine, ...supervision }),
    );
  });
}

/** A bundle from elsewhere could name any command as an agent: only those of the user's own runs are started. */
function isIn(runsDir: string, bundlePath: string): boolean {
  try {
    return realpathSync(runsDir) === dirname(realpathSync(bundlePath));
  } catch {
    return false;
  }
}

/** Says how the recorded agents can be used, when there are some. */
function withHint(error: unknown, folder: string): unknown {
  if (!(error instanceof MissingAgentError)) return error;
  const hint = `or, when the record can be trusted, take the agents that it names: add --runs-dir ${shellWord(folder)}`;
  return new UsageError(`${error.message}; ${hint}`, { cause: error });
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
