import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { recoverBundle } from "@flow-bundle/bundle";
import { directorySource, nodeHost } from "@flow-bundle/bundle/node";
import { FlowError, resumeFlow } from "@flow-bundle/runtime";
import { validateBundle } from "@flow-bundle/validator";
import { flow } from "./flow.ts";
import { runOptions } from "./options.ts";

/** An event that a process said was recorded. */
interface Reported {
  readonly seq: number;
  readonly type: string;
}

/**
 * What has to hold after a process ended, however it did: nothing that it reported is lost, the bundle is sound up to a
 * torn tail, and resuming and recovering bring it to a valid end.
 *
 * @param stdout what the process said
 * @param spare a folder for a copy; must not exist
 */
export async function verify(runs: string, stdout: string, spare: string): Promise<void> {
  const reported = readReported(stdout);
  const bundle = bundleIn(runs);
  if (bundle === undefined) {
    assert.deepEqual(reported, [], "events were reported, and there is no bundle");
    return;
  }
  assertRecorded(bundle, reported);
  const left = await validateBundle(directorySource(bundle));
  assert.equal(left.verdict, "valid", describeFindings(left));

  cpSync(runs, spare, { recursive: true });
  await resume(spare, reported);
  await recover(bundle, reported);
}

/** The one bundle in a runs folder. */
export function bundleIn(runs: string): string | undefined {
  const names = readdirSync(runs).filter((name) => !name.startsWith("."));
  assert.ok(names.length <= 1, `more than one bundle: ${names.join()}`);
  return names[0] === undefined ? undefined : join(runs, names[0]);
}

async function resume(runs: string, reported: readonly Reported[]): Promise<void> {
  const bundle = bundleIn(runs) ?? assert.fail("the copy has no bundle");
  try {
    const { status } = await resumeFlow(flow, bundle, {}, runOptions(runs));
    assert.equal(status, "completed");
  } catch (error) {
    // It had ended before the fault: there is nothing to go on with, at most something to close.
    if (!(error instanceof FlowError) || error.code !== "resume") throw error;
    await recoverBundle(nodeHost(), bundle);
  }
  await assertPerfect(bundle, reported, "after resuming");
}

async function recover(bundle: string, reported: readonly Reported[]): Promise<void> {
  await recoverBundle(nodeHost(), bundle);
  await assertPerfect(bundle, reported, "after recovery");
}

async function assertPerfect(
  bundle: string,
  reported: readonly Reported[],
  when: string,
): Promise<void> {
  const report = await validateBundle(directorySource(bundle), { requireFinished: true });
  const bad = report.findings.filter(({ severity }) => severity !== "info");
  assert.equal(bad.length, 0, `${when}: ${describeFindings(report)}`);
  assert.equal(report.verdict, "valid", when);
  assertRecorded(bundle, reported);
}

function readReported(stdout: string): Reported[] {
  const lines = stdout.split("\n").slice(0, -1);
  return lines.map((line) => {
    const [seq, type = ""] = line.split(" ");
    return { seq: Number(seq), type };
  });
}

function assertRecorded(bundle: string, reported: readonly Reported[]): void {
  const file = join(bundle, "trace.ndjson");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  for (const { seq, type } of reported) {
    const event = JSON.parse(lines[seq - 1] ?? "null") as Reported | null;
    assert.deepEqual({ seq: event?.seq, type: event?.type }, { seq, type }, "a reported event");
  }
}

function describeFindings({
  verdict,
  findings,
}: Awaited<ReturnType<typeof validateBundle>>): string {
  const lines = findings.map(({ ruleId, file, line, message }) =>
    [ruleId, file, line, message].filter((part) => part !== undefined).join(" "),
  );
  return [verdict, ...lines].join("\n  ");
}
