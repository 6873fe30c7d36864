import { openBundle, printableJson, printableName, recoverBundle } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import type { FoldState } from "@flow-bundle/bundle";
import { findRun } from "../runs/find-run.ts";
import { readRun } from "../runs/read-run.ts";
import { paintFor } from "./colour.ts";
import { exitCodes } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { nameForCommands, resumeForCommands } from "./next-commands.ts";
import { outcomeColour } from "./report/step.ts";
import { shellWord } from "./report/shell-word.ts";
import { block } from "./report/summary.ts";
import { runsDirOf } from "./runs-dir.ts";

/** The options of `flow recover`. */
export interface RecoverOptions {
  readonly runsDir?: string;
  readonly json?: true;
}

/**
 * What was done. `none`: the run had ended, or it waits, and nothing was missing. `closed`: the trace had its end, and
 * what was missing was written. `ended`: the run was recorded as failed.
 */
type Action = "none" | "closed" | "ended" | "waiting";

/** `flow recover`: returns the exit code. */
export async function recoverCommand(
  run: string,
  options: RecoverOptions,
  io: Io,
): Promise<number> {
  const place = findRun(run, runsDirOf(options.runsDir, io), io.directory);
  const host = nodeHost();
  const before = await readState(host, place.path);
  const { status, wasFinished } = await recoverBundle(host, place.path);
  const after = wasFinished ? before : await readState(host, place.path);
  const action = actionOf(before, status, wasFinished);
  const cancelled = action === "ended" ? (before.openAttempt?.attemptId ?? null) : null;
  if (options.json === true) {
    const { id: runId, path } = place;
    const error = after.error;
    const result = { runId, path, action, status, cancelled, error };
    io.stdout.write(`${printableJson(JSON.stringify(result, null, 2))}\n`);
    return exitCodes.ok;
  }
  const paint = paintFor(io.stdout, io.env);
  const words = paint(outcomeColour(status), status.replace("_", " "));
  const lines = [`${words}  ${sentence(action, cancelled, after)}`];
  lines.push(...block(paint("dim", "bundle"), [printableName(place.path)]), "");
  const name = shellWord(nameForCommands(run, place, options.runsDir));
  if (status === "waiting") {
    lines.push(`  ${resumeForCommands(run, place, options.runsDir)} --input-json JSON`);
  }
  lines.push(`  flow show ${name}`, `  bundle-validate ${shellWord(place.path)}`);
  io.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.ok;
}

async function readState(host: ReturnType<typeof nodeHost>, path: string): Promise<FoldState> {
  return (await readRun(await openBundle(host.files.source(path)))).fold;
}

function actionOf(before: FoldState, status: string, wasFinished: boolean): Action {
  if (wasFinished) return "none";
  if (before.terminal !== null) return "closed";
  return status === "waiting" ? "waiting" : "ended";
}

function sentence(action: Action, cancelled: string | null, { waitingOn }: FoldState): string {
  if (action === "none") return "the run had ended, and its bundle is closed: nothing was done";
  if (action === "closed") return "the run had ended; its bundle was closed";
  if (action === "waiting") {
    const node = waitingOn === undefined ? "" : ` at ${printableName(waitingOn)}`;
    return `the run waits${node}, and its bundle is up to date`;
  }
  const attempt =
    cancelled === null ? "" : `, and attempt ${printableName(cancelled)} as cancelled`;
  return `the process of the run had ended; the run was recorded as failed${attempt}`;
}
