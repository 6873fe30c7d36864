import { copyFileSync, readFileSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { findingsOf, storyOf } from "../engine/testing/runs.ts";
import { onlyRun, runIn } from "./testing/bundles.ts";
import { flowFile, root, runCommand, startCommand, until } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

/** A run that waits, and its folder. */
async function waitingRun(flow = flowFile("ask")): Promise<{ runs: string; path: string }> {
  const runs = temporaryFolder();
  await runCommand(["run", flow, "--runs-dir", runs]);
  return { runs, path: await onlyRun(runs) };
}

test("a run that waits goes on with the input", async () => {
  const { runs, path } = await waitingRun();
  const id = basename(path).slice(0, 20);
  const args = ["resume", id, "--runs-dir", runs, "--input-json", '{"approved":true}'];
  const { code, stdout, stderr } = await runCommand(args);
  expect(stderr).toMatch(/^ask {2}\S+, resumed\n.* ok +decide#1 /);
  expect(stdout).toMatch(
    /^completed {2}2 attempts, .*\n {2}output {2}\{"decided":\{"approved":true\}\}\n/,
  );
  expect(code).toBe(0);
  expect(await findingsOf(path)).toEqual([]);
});

test("without input, with what the checkpoint said; as JSON, only what is new", async () => {
  const { path } = await waitingRun();
  const { code, stdout } = await runCommand(["resume", path, "--json"]);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { type: string });
  expect(lines[0]?.type).toBe("run_resumed");
  expect(lines.at(-1)).toMatchObject({ type: "result", status: "completed", path });
  expect(code).toBe(0);
  expect(await findingsOf(path)).toEqual([]);
});

test("a run that has ended is never reopened", async () => {
  const { runs, path } = await waitingRun();
  await runCommand(["resume", path]);
  const before = readFileSync(join(path, "trace.ndjson"));
  const { code, stderr } = await runCommand(["resume", basename(path), "--runs-dir", runs]);
  expect(stderr).toMatch(
    /^flow: The run \S+ has ended \(completed\); a run that has ended is never reopened\n$/,
  );
  expect(code).toBe(2);
  expect(readFileSync(join(path, "trace.ndjson"))).toEqual(before);
});

test("a flow file that was moved, is another one, or lies in the bundle", async () => {
  const folder = temporaryFolder();
  const flow = join(folder, "ask.flow.ts");
  copyFileSync(flowFile("ask"), flow);
  const { path } = await waitingRun(flow);
  renameSync(flow, join(folder, "moved.flow.ts"));
  const gone = await runCommand(["resume", path]);
  expect(gone).toMatchObject({ code: 2, stderr: `flow: There is no flow file ${flow}\n` });
  const other = await runCommand(["resume", path, "--flow", flowFile("steps")]);
  expect(other.code).toBe(2);
  expect(other.stderr).toMatch(/^flow: The flow is not the one that the run began with: /);
  const found = await runCommand(["resume", path, "--flow", join(folder, "moved.flow.ts")]);
  expect(found.code).toBe(0);
  expect(await findingsOf(path)).toEqual([]);
});

test("bundles of other producers are not continued", async () => {
  const waiting = join(root, "fixtures/third-party/acpx-0.19.1/checkpoint");
  const { code, stderr } = await runCommand(["resume", waiting, "--flow", flowFile("ask")]);
  expect(stderr).toMatch(/^flow: .*1\.0.*\n$/);
  expect(code).toBe(2);
  expect((await runCommand(["recover", waiting])).code).toBe(2);
});

test("a run that goes on is left alone; when it was killed, it goes on or is closed", async () => {
  for (const command of ["resume", "recover"]) {
    const runs = temporaryFolder();
    const { child, result } = startCommand(["run", flowFile("slow"), "--runs-dir", runs]);
    await until(() => storyLength(runs) === 2, "the attempt has begun");
    const path = runIn(runs);
    const live = await runCommand(["list", "--runs-dir", runs, "--json"]);
    expect(JSON.parse(live.stdout)).toMatchObject({ runs: [{ state: "running", pid: child.pid }] });
    for (const refused of ["resume", "recover"]) {
      const { code, stderr } = await runCommand([refused, path]);
      expect(stderr).toMatch(new RegExp(`^flow: .*process ${child.pid}\\b.*\\n$`));
      expect(code).toBe(2);
    }
    child.kill("SIGKILL");
    await result;
    const show = await runCommand(["show", path]);
    expect(show.stdout).toContain(`${child.pid}, which does not run any more`);
    expect(show.stdout).toContain(`  flow resume ${path}\n  flow recover ${path}\n`);
    const again = await runCommand([
      command,
      path,
      ...(command === "resume" ? ["--timeout", "0.1"] : []),
    ]);
    expect(again.code).toBe(command === "resume" ? 3 : 0);
    expect(storyOf(path)).toEqual([
      "run_started",
      "> wait#1",
      "< wait#1 cancelled",
      ...(command === "resume"
        ? ["run_resumed crash", "> wait#2", "< wait#2 timed_out", "run_timed_out"]
        : ["run_failed"]),
    ]);
    expect(await findingsOf(path)).toEqual([]);
  }
});

function storyLength(runs: string): number {
  try {
    return storyOf(runIn(runs)).length;
  } catch {
    return 0;
  }
}

test("recover says what it did, and is told apart in JSON", async () => {
  const { path } = await waitingRun();
  const waiting = await runCommand(["recover", path]);
  expect(waiting.stdout).toMatch(
    /^waiting {2}the run waits at ask, and its bundle is up to date\n/,
  );
  expect(waiting.code).toBe(0);
  await runCommand(["resume", path]);
  const { code, stdout } = await runCommand(["recover", path, "--json"]);
  expect(JSON.parse(stdout)).toEqual({
    runId: basename(path),
    path,
    action: "none",
    status: "completed",
    cancelled: null,
  });
  expect(code).toBe(0);
});
