// pnpm test:crash [--every N] [--random N] [--jobs N] [--scenario run|resume|recover] [--call NAME]
//
// Runs a flow again and again with one fault in each run: every index of every call that changes files is hit with KILL,
// EIO and ENOSPC, while a run is written, while a torn one is resumed, and while it is recovered. Then a number of runs
// are killed at random moments. After each, nothing that was reported may be lost, and the bundle has to be sound.
import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inRoot } from "../lib/process.mjs";
import { everyInjection, pathsBelow } from "./faults.ts";
import { describe, needStrace, trace } from "./strace.ts";
import type { Injection } from "./strace.ts";
import { bundleIn, verify } from "./verify.ts";

const { values } = parseArgs({
  options: {
    every: { type: "string", default: "1" },
    random: { type: "string", default: "200" },
    jobs: { type: "string", default: "2" },
    call: { type: "string" },
    scenario: { type: "string", multiple: true, default: ["run", "resume", "recover"] },
  },
});
needStrace();

const root = mkdtempSync(join(tmpdir(), "flow-crash-"));
const failures: string[] = [];
let passed = 0;

/** A place of its own for each process that runs at the same time, with the same path in every round. */
interface Slot {
  readonly runs: string;
  readonly spare: string;
  readonly log: string;
}

const slots: Slot[] = Array.from({ length: Number(values.jobs) }, (_, i) => ({
  runs: join(root, `${i}`, "runs"),
  spare: join(root, `${i}`, "copy"),
  log: join(root, `${i}`, "log"),
}));

const subject = (mode: string, { runs }: Slot): string[] => [
  process.execPath,
  inRoot("scripts", "crash", "subject.ts"),
  runs,
  mode,
];

/** What a scenario begins with: nothing, or a bundle that was killed and torn. */
type Before = (slot: Slot) => void;

async function scenario(mode: string, before: Before): Promise<void> {
  const [slot] = slots;
  if (slot === undefined) throw new Error("--jobs must be 1 or more");
  const seen = [];
  const names = new Set<string>();
  for (let i = 0; i < 3; i++) {
    prepare(slot, before);
    const all = await trace(subject(mode, slot), [], slot.log);
    for (const path of pathsBelow(slot.runs, all)) names.add(path.slice(slot.runs.length));
    prepare(slot, before);
    const paths = [...names].map((name) => slot.runs + name);
    seen.push(await trace(subject(mode, slot), paths, slot.log));
  }
  const every = Number(values.every);
  const injections = everyInjection(seen).filter(
    ({ call }, i) => i % every === 0 && (values.call ?? call) === call,
  );
  console.log(`• ${mode}: ${injections.length} faults in calls that touch ${names.size} paths`);

  let hits = 0;
  await inSlots(injections, mode, async (injection, place) => {
    prepare(place, before);
    const paths = [...names].map((name) => place.runs + name);
    const { stdout, stderr, wasHit } = await trace(
      subject(mode, place),
      paths,
      place.log,
      injection,
    );
    if (wasHit) hits++;
    await verify(place.runs, stdout, place.spare).catch((error: unknown) => {
      throw new Error(`${String(error)}\n  ${stderr.split("\n").slice(0, 6).join("\n  ")}`);
    });
  });
  console.log(`  ${hits} of them hit`);
  // Of a rare call, the places that are tried beyond those that were counted are most.
  const isWhole = values.call === undefined;
  if (isWhole && hits < injections.length / 2) failures.push(`${mode}: most faults hit nothing`);
}

function prepare({ runs, spare, log }: Slot, before: Before): void {
  for (const path of [runs, spare, log]) rmSync(path, { recursive: true, force: true });
  mkdirSync(runs, { recursive: true });
  before({ runs, spare, log });
}

async function inSlots(
  injections: readonly Injection[],
  mode: string,
  run: (injection: Injection, slot: Slot) => Promise<void>,
): Promise<void> {
  const queue = injections.values();
  let done = 0;
  const work = async (slot: Slot): Promise<void> => {
    for (const injection of queue) {
      try {
        await run(injection, slot);
        passed++;
      } catch (error) {
        report(`${mode} ${describe(injection)}: ${String(error)}`);
      }
      if (++done % 100 === 0) console.log(`  ${done} of ${injections.length}`);
    }
  };
  await Promise.all(slots.map(work));
}

function report(failure: string): void {
  failures.push(failure);
  console.log(`✗ ${failure}`);
}

/** Kills runs at moments drawn between their start and their usual end. */
async function randomKills(count: number): Promise<void> {
  const [slot] = slots;
  if (slot === undefined) return;
  prepare(slot, nothing);
  const start = performance.now();
  await killed(slot, Infinity);
  const usual = performance.now() - start;
  console.log(`• ${count} runs killed within the ${Math.round(usual)} ms that one takes`);
  const moments = Array.from({ length: count }, () => Math.random() * usual);
  const queue = moments.values();
  const work = async (place: Slot): Promise<void> => {
    for (const moment of queue) {
      prepare(place, nothing);
      try {
        await verify(place.runs, await killed(place, moment), place.spare);
        passed++;
      } catch (error) {
        report(`KILL after ${moment} ms: ${String(error)}`);
      }
    }
  };
  await Promise.all(slots.map(work));
}

/** What a run said until it was killed. */
async function killed(slot: Slot, afterMs: number): Promise<string> {
  const [command = "", ...args] = subject("run", slot);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const timer = afterMs === Infinity ? undefined : setTimeout(() => child.kill("SIGKILL"), afterMs);
  await new Promise<void>((resolve) => void child.on("close", () => resolve()));
  clearTimeout(timer);
  return said;
}

const nothing: Before = () => undefined;

/** A bundle whose writer was killed in the middle of a run, with half a line at the end of its trace. */
async function tornBundle(): Promise<Before> {
  const [slot] = slots;
  if (slot === undefined) return nothing;
  prepare(slot, nothing);
  const { stdout } = await trace(subject("run", slot), [], slot.log);
  const middle = Math.floor(stdout.split("\n").length / 2);
  const trace_ = join(bundleIn(slot.runs) ?? "", "trace.ndjson");
  prepare(slot, nothing);
  await trace(subject("run", slot), [trace_], slot.log, {
    call: "write",
    when: middle,
    fault: "KILL",
  });
  const bundle = bundleIn(slot.runs) ?? "";
  const lines = readFileSync(join(bundle, "trace.ndjson"), "utf8").split("\n");
  appendFileSync(join(bundle, "trace.ndjson"), (lines.at(-2) ?? "").slice(0, 60));
  const kept = join(root, "torn");
  cpSync(slot.runs, kept, { recursive: true });
  return ({ runs }) => cpSync(kept, runs, { recursive: true });
}

try {
  const torn = await tornBundle();
  if (values.scenario.includes("run")) await scenario("run", nothing);
  if (values.scenario.includes("resume")) await scenario("resume", torn);
  if (values.scenario.includes("recover")) await scenario("recover", torn);
  await randomKills(Number(values.random));
} finally {
  rmSync(root, { recursive: true, force: true });
}
for (const failure of failures) console.log(`✗ ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
