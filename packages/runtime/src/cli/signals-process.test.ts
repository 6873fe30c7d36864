import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { eventsOf, findingsOf } from "../engine/testing/runs.ts";
import { onlyRun, runIn } from "./testing/bundles.ts";
import { flowFile, runCommand, startCommand, until } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

/** A run whose open attempt is a command that TERM does not end. */
async function stubborn() {
  const folder = temporaryFolder();
  const runs = join(folder, "runs");
  const pidFile = join(folder, "pid");
  const input = JSON.stringify({ pidFile });
  const args = ["run", flowFile("stubborn"), "--runs-dir", runs, "--input-json", input];
  const command = startCommand(args);
  await until(() => existsSync(pidFile), "the command runs");
  return { ...command, runs, pid: Number(readFileSync(pidFile, "utf8")) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

describe.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s", (name) => {
  test("the first ends the run in good order, and everything that it started", async () => {
    const { child, result, runs, pid } = await stubborn();
    expect(isAlive(pid)).toBe(true);
    child.kill(name);
    const { code, signal, stdout, stderr } = await result;
    expect({ code, signal }).toEqual({ code: 130, signal: null });
    const path = await onlyRun(runs);
    expect(isAlive(pid)).toBe(false);
    expect(stderr).toContain(`flow: ${name}: ending the run; another signal ends it at once\n`);
    expect(stdout).toMatch(/^failed at command#1 .*\n {2}error {3}Interrupted\n/);
    expect(eventsOf(path).slice(-2)).toMatchObject([
      { type: "node_outcome", attemptId: "command#1", payload: { outcome: "cancelled" } },
      { type: "run_failed", payload: { status: "failed", error: "Interrupted" } },
    ]);
  });

  test("the second ends everything at once; recover closes the run", async () => {
    const { child, result, runs, pid, written } = await stubborn();
    child.kill(name);
    await until(() => written.stderr.includes("ending the run"), "the first signal is told");
    await new Promise((resolve) => void setTimeout(resolve, 100));
    const before = performance.now();
    child.kill(name);
    const { code, signal } = await result;
    expect({ code, signal }).toEqual({ code: 130, signal: null });
    expect(performance.now() - before).toBeLessThan(1000);
    await until(() => !isAlive(pid), "the command is gone");
    const path = runIn(runs);
    expect((await runCommand(["list", "--runs-dir", runs])).stdout).toMatch(/^died /m);
    const recovered = await runCommand(["recover", path]);
    expect(recovered.stdout).toMatch(
      /^failed {2}the process of the run had ended; the run was recorded as failed, and attempt command#1 as cancelled\n/,
    );
    expect(recovered.code).toBe(0);
    expect(await findingsOf(path)).toEqual([]);
  });
});

test("a signal before the run begins", async () => {
  const folder = temporaryFolder({
    "slow.flow.mts": 'console.error("loading"); await new Promise((r) => setTimeout(r, 60_000));',
  });
  const { child, result, written } = startCommand(["run", join(folder, "slow.flow.mts")]);
  await until(() => written.stderr.includes("loading"), "the flow is being loaded");
  child.kill("SIGTERM");
  expect(await result).toMatchObject({ code: 130, signal: null });
});
