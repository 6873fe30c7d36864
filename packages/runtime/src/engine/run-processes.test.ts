import { expect, onTestFinished, test } from "vitest";
import { createProcessOwner } from "../process/index.ts";
import { runningProcesses } from "../process/system-processes.ts";
import { RunProcesses } from "./run-processes.ts";

test("ending the processes of one run leaves those of another alone", async () => {
  const owner = createProcessOwner();
  onTestFinished(() => owner.terminateAll());
  const [one, other] = [new RunProcesses(owner), new RunProcesses(owner)];
  const command = { command: "sleep", args: ["60"], cwd: "/", env: process.env };
  const [mine, theirs] = [await one.start(command), await other.start(command)];
  await one.terminateAll();
  expect(await mine.exited).toEqual({ exitCode: null, signal: "SIGTERM" });
  expect(process.kill(theirs.pid, 0)).toBe(true);
  await theirs.terminate();
  expect(await theirs.exited).toEqual({ exitCode: null, signal: "SIGTERM" });
});

test("of many processes only those that left something running are held", async () => {
  const owner = createProcessOwner();
  onTestFinished(() => owner.killAll());
  const processes = new RunProcesses(owner);
  const sh = (script: string) =>
    processes.start({ command: "sh", args: ["-c", script], cwd: "/", env: process.env });
  const parent = await sh("sleep 60 > /dev/null 2>&1 & exit");
  await parent.exited;
  const left = () => (runningProcesses() ?? []).filter(({ session }) => session === parent.pid);
  for (let i = 0; i < 200; i++) await (await sh("exit")).exited;
  expect(processes.held).toBeLessThan(65);
  expect(left()).toHaveLength(process.platform === "linux" ? 1 : 0);
  await processes.terminateAll();
  expect(left()).toEqual([]);
  expect(processes.held).toBe(1);
});
