import { memorySource, recoverBundle } from "@flow-bundle/bundle";
import type { BundleReport, TraceEvent } from "@flow-bundle/schema";
import { validateBundle } from "@flow-bundle/validator";
import { describe, expect, it } from "vitest";
import { Disk, MemoryHost } from "../../packages/bundle/src/testing/memory-host.ts";
import type { Fault } from "../../packages/bundle/src/testing/memory-host.ts";
import { Acknowledged, recordSample } from "./scripted-run.ts";

// Whatever goes wrong at whichever call of the file system: what is left can be read, nothing that was reported is lost,
// and recovery brings it to a valid end.

const runs = "/runs";
const bundle = `${runs}/sample-1`;
/** What a bundle whose writer was stopped may be warned of. */
const pardonable: ReadonlySet<string> = new Set([
  "trace/torn-tail",
  "trace/unclosed",
  "session/torn-tail",
  "artifact/unreferenced",
]);
const nothing: ReadonlySet<string> = new Set();
/** What may stay beside a bundle: what recovery cut off or took out, and drafts of locks that were never taken. */
const kept = /\.tail$|\.unbound-[0-9]+$|\.lock\.[0-9]+$/;

const undisturbed = new MemoryHost();
const all = new Acknowledged();
await record(undisturbed, all);
const { calls } = undisturbed;

it("records the sample run", () => {
  expect(all.status).toBe("completed");
  expect(all.seq).toBeGreaterThan(25);
  expect(calls.length).toBeGreaterThan(150);
  expect(new Set(calls.map(({ name }) => name))).toEqual(
    new Set(
      "open write sync close rename link remove removeFolder createFolder syncFolder".split(" "),
    ),
  );
});

const faults: Fault[] = ["EIO", "ENOSPC", "short", "killed", "torn", "lame"];

describe.each(faults)("%s", (fault) => {
  it("at any call does no harm", async () => {
    const problems: string[] = [];
    for (const [at, call] of calls.entries()) {
      const found = await tryFault(fault, at);
      problems.push(...found.map((one) => `at call ${at}, ${call.name} ${call.path}: ${one}`));
    }
    expect(problems).toEqual([]);
  }, 120_000);
});

it("recovery that is killed at any call can be done again", async () => {
  const problems: string[] = [];
  for (let at = 60; at < calls.length; at += 29) {
    const left = new Disk();
    const host = new MemoryHost(left, 1, { at, fault: "torn" });
    await record(host, new Acknowledged()).catch(() => undefined);
    host.die();
    const whole = new MemoryHost(copyOf(left), 2);
    await recoverBundle(whole, bundle);
    for (const second of whole.calls.keys()) {
      const disk = copyOf(left);
      const interrupted = new MemoryHost(disk, 2, { at: second, fault: "torn" });
      await recoverBundle(interrupted, bundle).catch(() => undefined);
      interrupted.die();
      await recoverBundle(new MemoryHost(disk, 3), bundle);
      const faulty = faultsIn(await validate(disk), nothing);
      problems.push(...faulty.map((one) => `torn at ${at}, recovery at ${second}: ${one}`));
    }
  }
  expect(problems).toEqual([]);
}, 120_000);

async function tryFault(fault: Fault, at: number): Promise<string[]> {
  const disk = new Disk();
  const host = new MemoryHost(disk, 1, { at, fault });
  const done = new Acknowledged();
  const error = await record(host, done).then(
    () => "no error",
    (cause: unknown) => String(cause),
  );
  host.die();
  const problems: string[] = [];
  if (fault === "short" && done.status !== "completed") problems.push(`the run ends with ${error}`);
  if (!disk.folders.has(bundle)) {
    if (done.seq > 0) problems.push("the bundle is gone");
    await record(new MemoryHost(disk, 2), done);
  }
  problems.push(...lost(disk, done), ...faultsIn(await validate(disk), pardonable));
  const { status } = await recoverBundle(new MemoryHost(disk, 2), bundle);
  const report = await validate(disk);
  problems.push(...lost(disk, done), ...faultsIn(report, nothing));
  if (report.runStatus !== status) problems.push(`status ${report.runStatus}, not ${status}`);
  if (status === "running") problems.push("still running");
  if (done.status !== "" && status !== done.status) problems.push(`${status}, not ${done.status}`);
  problems.push(...disk.beside().filter((path) => !kept.test(path)));
  return problems.map((problem) => `${problem} (${error})`);
}

function faultsIn({ findings, verdict }: BundleReport, pardoned: ReadonlySet<string>): string[] {
  const severe = findings.filter(
    ({ severity, ruleId }) => severity !== "info" && !pardoned.has(ruleId),
  );
  const named = severe.map(({ ruleId, file, message }) => `${ruleId}: ${file}: ${message}`);
  return verdict === "valid" ? named : [...named, `the verdict is ${verdict}`];
}

/** What was acknowledged and is not there. */
function lost(disk: Disk, done: Acknowledged): string[] {
  const problems: string[] = [];
  const files = disk.bundle(bundle);
  const events = lines(files.get("trace.ndjson")).map((line) => JSON.parse(line) as TraceEvent);
  if (events.length < done.seq) problems.push(`${events.length} of ${done.seq} events`);
  const messages = lines(files.get("sessions/main-1/events.ndjson"));
  if (messages.length < done.messages) problems.push(`${messages.length} messages`);
  for (const path of done.artifacts) if (!files.has(path)) problems.push(`${path} is missing`);
  return problems;
}

function lines(file: Uint8Array | undefined): string[] {
  return Buffer.from(file ?? [])
    .toString()
    .split("\n")
    .slice(0, -1);
}

async function record(host: MemoryHost, done: Acknowledged): Promise<void> {
  await recordSample(host, runs, done, () => host.advance(300));
}

function validate(disk: Disk): Promise<BundleReport> {
  return validateBundle(memorySource("sample-1", disk.bundle(bundle)));
}

function copyOf(disk: Disk): Disk {
  const copy = new Disk();
  for (const folder of disk.folders) copy.folders.add(folder);
  for (const [path, file] of disk.files) copy.files.set(path, file.copy());
  return copy;
}
