import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openBundle } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { describe, expect, it } from "vitest";
import { adapters, ask, temporaryFolder, type Reply } from "./ask.ts";
import { flowCases, type FlowCase } from "./flows.ts";

function requestOf({ nodes, edges = [], behaviour = {}, input = null }: FlowCase, out: string) {
  const [startAt = ""] = Object.keys(nodes);
  const schema = "acpx.flow-definition-snapshot.v1";
  const flow = { schema, name: "foreign", startAt, nodes, edges };
  return { role: "producer", flow, behaviour, input, out, cwd: out };
}

/** All that is found, from warnings on; a bundle of a foreign producer has to have none. */
async function findingsOf(path: string): Promise<readonly string[]> {
  const { findings } = await validateBundle(directorySource(path));
  return findings
    .filter(({ severity }) => severity !== "info")
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

async function storyOf(path: string): Promise<readonly string[]> {
  const fold = await (await openBundle(directorySource(path))).fold();
  const attempts = fold.attempts.map(({ attemptId, outcome }) => `${attemptId} ${outcome}`);
  return [fold.status, ...attempts];
}

function bundleOf(out: string, { answer, stderr }: Reply): string {
  expect(stderr).toBe("");
  expect(answer).toHaveProperty("bundle");
  return join(out, answer?.bundle ?? "");
}

/** Waits until an event of a type stands in the trace of the bundle below a folder. */
async function until(out: string, type: string): Promise<string> {
  for (;;) {
    const name = readdirSync(out).find((entry) => /^[^.].*[^k]$/.test(entry));
    if (
      name !== undefined &&
      readFileSync(join(out, name, "trace.ndjson"), "utf8").includes(type)
    ) {
      return join(out, name);
    }
    await sleep(10);
  }
}

describe("the producer in Python", () => {
  it.each(flowCases)("$name", async (item) => {
    const out = temporaryFolder();
    const path = bundleOf(out, await ask(adapters.producer, requestOf(item, out)));
    expect(await findingsOf(path)).toEqual([]);
    expect(await storyOf(path)).toEqual(item.story);
  });

  it("goes on with a run that waits, with an input and without", async () => {
    const item = flowCases.find(({ name }) => name === "a checkpoint") as FlowCase;
    const out = temporaryFolder();
    const path = bundleOf(out, await ask(adapters.producer, requestOf(item, out)));
    const copy = temporaryFolder();
    cpSync(path, join(copy, "waiting"), { recursive: true });
    const request = requestOf(item, out);
    const resumed = { ...request, bundle: path, resume: { input: { approved: true } } };
    expect(bundleOf(out, await ask(adapters.producer, resumed))).toBe(path);
    expect(await findingsOf(path)).toEqual([]);
    expect(await storyOf(path)).toEqual(["completed", "ask#1 ok", "then#1 ok"]);
    const elsewhere = temporaryFolder();
    const other = { ...request, out: elsewhere, bundle: join(copy, "waiting"), resume: {} };
    expect(await findingsOf(bundleOf(elsewhere, await ask(adapters.producer, other)))).toEqual([]);
  });

  const slow: FlowCase = {
    name: "slow",
    nodes: {
      first: { nodeType: "compute", hasRun: true },
      slow: {
        nodeType: "action",
        actionExecution: "shell",
        hasRun: false,
        hasExec: true,
        hasParse: false,
      },
    },
    edges: [{ from: "first", to: "slow" }],
    behaviour: { slow: [{ exec: { command: "sh", args: ["-c", "echo begun; sleep 63"] } }] },
    story: [],
  };

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("ends in good order at %s", async (signal) => {
    const out = temporaryFolder();
    const reply = await ask(adapters.producer, requestOf(slow, out), async (pid) => {
      await until(out, "action_prepared");
      await sleep(100);
      process.kill(pid, signal);
    });
    const path = bundleOf(out, reply);
    expect(await findingsOf(path)).toEqual([]);
    expect(await storyOf(path)).toEqual(["failed", "first#1 ok", "slow#1 cancelled"]);
  });

  it("goes on with a run whose process was killed, and whose trace is torn", async () => {
    const out = temporaryFolder();
    const request = requestOf(slow, out);
    let path = "";
    await ask(adapters.producer, request, async (pid) => {
      path = await until(out, "action_prepared");
      process.kill(pid, "SIGKILL");
    });
    writeFileSync(join(path, "trace.ndjson"), '{"seq":', { flag: "a" });
    const quick = { slow: [{ exec: { command: "echo", args: ["done"] } }] };
    const resumed = { ...request, behaviour: quick, bundle: path, resume: {} };
    bundleOf(out, await ask(adapters.producer, resumed));
    expect(await findingsOf(path)).toEqual([]);
    const ends = ["first#1 ok", "slow#1 cancelled", "slow#2 ok"];
    expect(await storyOf(path)).toEqual(["completed", ...ends]);
  });

  it("says that it talks to no agents", async () => {
    const nodes = {
      a: {
        nodeType: "acp",
        session: {},
        cwd: { mode: "default" },
        hasPrompt: true,
        hasParse: false,
      },
    };
    const out = temporaryFolder();
    const { answer } = await ask(
      adapters.producer,
      requestOf({ name: "acp", nodes, story: [] }, out),
    );
    expect(answer).toHaveProperty("unsupported");
  });
});
