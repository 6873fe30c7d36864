import { openBundle, printableJson } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import { findRun } from "../runs/find-run.ts";
import { readRun } from "../runs/read-run.ts";
import { conditionOf } from "../runs/run-facts.ts";
import { paintFor } from "./colour.ts";
import { exitCodes } from "./exit-code.ts";
import { noLimits, pageLimits } from "./excerpt.ts";
import type { Io } from "./io.ts";
import { nameForCommands, resumeForCommands } from "./next-commands.ts";
import { runsDirOf } from "./runs-dir.ts";
import { attemptJson, attemptPage } from "./show/attempt-page.ts";
import { findAttempt } from "./show/find-attempt.ts";
import { runJson, runPage } from "./show/run-page.ts";

/** The options of `flow show`. */
export interface ShowOptions {
  readonly runsDir?: string;
  readonly json?: true;
  readonly full?: true;
}

/** `flow show`: returns the exit code. */
export async function showCommand(
  run: string,
  attemptName: string | undefined,
  options: ShowOptions,
  io: Io,
): Promise<number> {
  const place = findRun(run, runsDirOf(options.runsDir, io), io.directory);
  const host = nodeHost();
  const source = host.files.source(place.path);
  const bundle = await openBundle(source);
  const { fold, leftOut } = await readRun(bundle);
  const shown = {
    place,
    bundle,
    fold,
    leftOut,
    name: nameForCommands(run, place, options.runsDir),
    resume: resumeForCommands(run, place, options.runsDir),
    ...(await conditionOf(host, place.path, bundle)),
    paint: paintFor(io.stdout, io.env),
    limits: options.full === true ? noLimits : pageLimits,
  };
  const attempt = attemptName === undefined ? undefined : findAttempt(attemptName, fold);
  if (options.json === true) {
    const value = attempt === undefined ? await runJson(shown) : await attemptJson(shown, attempt);
    io.stdout.write(`${printableJson(JSON.stringify(value, null, 2))}\n`);
    return exitCodes.ok;
  }
  const lines = attempt === undefined ? await runPage(shown) : await attemptPage(shown, attempt);
  io.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.ok;
}
