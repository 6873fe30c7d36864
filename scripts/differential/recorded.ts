import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Case } from "./cases.ts";
import type { Run } from "./normal/run.ts";

// What acpx made of a flow, recorded: an agent's turn costs it a second and a half, a command more than one.

const folder = fileURLToPath(new URL("../../fixtures/differential/expected/", import.meta.url));
const fileOf = ({ name }: Case) => join(folder, `${name.replace(/[^a-zA-Z0-9-]+/g, "_")}.json`);

/** Cases that acpx is run for in every test, beside all that have neither agent nor command. */
const always: ReadonlySet<string> = new Set([
  "acp-decision",
  "acp-error-ends",
  "acp-client",
  "acp-isolated",
  "command: completed",
  "command: timed out",
  "command: SIGINT in a command",
]);

/** Whether the recorded run will do. */
export function isRecorded(one: Case): boolean {
  return (one.agent !== undefined || one.command !== undefined) && existsSync(fileOf(one));
}

/** Whether every test runs it. */
export function isAlwaysRun(one: Case): boolean {
  return always.has(one.name) || !isRecorded(one);
}

export function recordedRun(one: Case): Run {
  return JSON.parse(readFileSync(fileOf(one), "utf8")) as Run;
}

/** Records the run, when it is one of those that are. */
export function record(one: Case, run: Run): void {
  if (one.agent === undefined && one.command === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(one), `${JSON.stringify(run, null, 1)}\n`);
}
