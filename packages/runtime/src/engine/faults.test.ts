import { memorySource, recoverBundle } from "@flow-bundle/bundle";
import { validateBundle } from "@flow-bundle/validator";
import { expect, onTestFinished, test } from "vitest";
import { Disk, MemoryHost } from "../../../bundle/src/testing/memory-host.ts";
import type { Fault } from "../../../bundle/src/testing/memory-host.ts";
import { FlowError } from "../errors.ts";
import { RecordingStopped } from "./recording-stopped.ts";
import { resumeFlow, runFlow } from "./run-flow.ts";
import type { RunEnd } from "./run-options.ts";
import { action, compute, flowOf, options } from "./testing/runs.ts";

// Whatever goes wrong at whichever call of the file system while a flow runs: the run ends well or says up to where its
// bundle is intact, and the bundle can be resumed, or recovered.

const flow = () => {
  let tries = 0;
  return flowOf(
    {
      a: compute(() => "x".repeat(300)),
      b: action(({ outputs }) => {
        if (++tries === 1) throw new Error("not yet");
        return outputs["a"];
      }),
      c: compute(() => 1),
    },
    [
      { from: "a", to: "b" },
      { from: "b", switch: { on: "$result.outcome", cases: { failed: "b", ok: "c" } } },
    ],
  );
};

const on = (host: MemoryHost) => ({ ...options({ outputRoot: "/runs" }), host, redact: false });

async function findings(disk: Disk, path: string): Promise<string[]> {
  const report = await validateBundle(memorySource("run", disk.bundle(path)));
  return report.findings
    .filter(({ severity }) => severity !== "info")
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const undisturbed = new MemoryHost();
const whole = await runFlow(flow(), {}, on(undisturbed));

const faults: Fault[] = ["EIO", "ENOSPC", "killed", "torn", "lame", "short"];

test.each(faults)("%s at any call", async (fault) => {
  expect(whole.status).toBe("completed");
  const problems: string[] = [];
  for (const at of undisturbed.calls.keys()) {
    const found = await tryFault(fault, at);
    problems.push(...found.map((problem) => `${fault} at ${at}: ${problem}`));
  }
  expect(problems).toEqual([]);
});

async function tryFault(fault: Fault, at: number): Promise<string[]> {
  const disk = new Disk();
  const host = new MemoryHost(disk, 1, { at, fault });
  let seen = 0;
  const result: RunEnd | Error = await runFlow(
    flow(),
    {},
    {
      ...on(host),
      observe: ({ seq }) => {
        seen = seq;
      },
    },
  ).catch((error: Error) => error);
  host.die();
  const path = [...disk.folders].find((folder) => /^\/runs\/[^./]+[^/]*$/.test(folder));
  if (path === undefined) return seen === 0 ? [] : ["the bundle is gone"];
  const problems: string[] = [];
  if (result instanceof Error) {
    if (result instanceof RecordingStopped) {
      if (result.upToSeq < seen) problems.push(`intact up to ${result.upToSeq}, seen ${seen}`);
      if (!result.message.includes(path)) problems.push("the path is not told");
    } else if (seen > 0) problems.push(`${result.name}: ${result.message}`);
  } else {
    if (fault === "short" && result.status !== "completed") problems.push(`ends ${result.status}`);
    problems.push(...(await findings(disk, path)));
  }
  const trace = Buffer.from(disk.bundle(path).get("trace.ndjson") ?? []).toString();
  if (trace.split("\n").length - 1 < seen) problems.push(`events are lost: ${seen} were seen`);
  const second = new MemoryHost(disk, 2);
  const resumed = await resumeFlow(flow(), path, {}, on(second)).catch((error: unknown) => {
    if (!(error instanceof FlowError)) problems.push(`resume: ${String(error)}`);
    return undefined;
  });
  if (resumed === undefined) await recoverBundle(new MemoryHost(disk, 3), path);
  else if (resumed.status !== "completed") problems.push(`resumed, ${resumed.error ?? ""}`);
  problems.push(...(await findings(disk, path)));
  return problems;
}

test("an attempt that hangs is stopped when it cannot be recorded any further", async () => {
  const { calls } = undisturbed;
  const started = calls.findIndex(({ name, path }) => name === "write" && isTrace(path));
  const host = new MemoryHost(new Disk(), 1, { at: started + 1, fault: "lame" });
  const hanging = flowOf({
    a: compute(() => new Promise(() => undefined), { heartbeatMs: 1, timeoutMs: 0 }),
  });
  let timer: NodeJS.Timeout | undefined;
  onTestFinished(() => clearInterval(timer));
  const observe = () => {
    timer ??= setInterval(() => void host.advance(5), 1);
  };
  const running = runFlow(
    hanging,
    {},
    {
      ...on(host),
      observe: ({ type }) => type === "node_started" && observe(),
    },
  );
  await expect(running).rejects.toThrow(/EIO.* intact up to seq 2; close it with flow recover/);
});

function isTrace(path: string): boolean {
  return path.endsWith("/trace.ndjson") && !path.includes(".new/");
}
