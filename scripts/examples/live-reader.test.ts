import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFold } from "@flow-bundle/bundle";
import type { Host, HostFiles } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import { acp, checkpoint, compute, resumeFlow, runFlow, shell } from "@flow-bundle/runtime";
import type { FlowDefinition, RunOptions } from "@flow-bundle/runtime";
import type {
  LiveProjection,
  Manifest,
  RunProjection,
  Step,
  TraceEvent,
} from "@flow-bundle/schema";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/*
 * A reader of a run that goes on, as the viewer of acpx is one: it reads the manifest, then run.json and live.json, of
 * which it makes `{...run, ...live}`, then steps.json and the sessions. Here it reads after every single change of the
 * folder, so there is no moment that it does not see.
 */

let runs: string;

beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), "live-reader-"));
});

afterEach(() => {
  rmSync(runs, { recursive: true, force: true });
});

/** What the reader saw at one moment. */
interface Sight {
  /** `seq` of the last event whose line is whole. */
  readonly lastSeq: number;
  readonly manifest: Manifest;
  readonly run: RunProjection;
  readonly live: LiveProjection;
  readonly steps: readonly Step[];
}

/** Looks into the one bundle of the folder; undefined while there is none. */
function look(): Sight | undefined {
  const name = readdirSync(runs).find((entry) => !entry.startsWith("."));
  if (name === undefined) return undefined;
  const read = (path: string): unknown => JSON.parse(readFileSync(join(runs, name, path), "utf8"));
  const manifest = read("manifest.json") as Manifest;
  for (const { bindingPath, recordPath, eventsPath } of manifest.sessions) {
    expect(read(bindingPath)).toHaveProperty("acpSessionId");
    expect(read(recordPath)).toHaveProperty("messages");
    expect(existsSync(join(runs, name, eventsPath))).toBe(true);
  }
  return {
    lastSeq: readFileSync(join(runs, name, manifest.paths.trace), "utf8").split("\n").length - 1,
    manifest,
    run: read(manifest.paths.runProjection) as RunProjection,
    live: read(manifest.paths.liveProjection) as LiveProjection,
    steps: read(manifest.paths.stepsProjection) as Step[],
  };
}

/** The host of the machine, that looks after each change and lets nothing be put off. */
function watchedHost(sights: Sight[]): Host {
  const real = nodeHost();
  const seen = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    const sight = look();
    if (sight !== undefined) sights.push(sight);
    return result;
  };
  const files: HostFiles = {
    ...real.files,
    rename: (from, to) => seen(real.files.rename(from, to)),
    link: (path, second) => seen(real.files.link(path, second)),
    remove: (path) => seen(real.files.remove(path)),
    createFolder: (path) => seen(real.files.createFolder(path)),
    async open(path, mode) {
      const file = await seen(real.files.open(path, mode));
      return { ...file, write: (bytes) => seen(file.write(bytes)) };
    },
  };
  // The pauses of the writer count from a clock that stands still, so they are short and the same.
  const timer: Host["timer"] = (ms, run) => real.timer(ms <= 250 ? 0 : ms, run);
  return { ...real, files, elapsed: () => 0, timer };
}

const agent = fileURLToPath(new URL("../../examples/agents/scripted-agent.ts", import.meta.url));
const script = {
  capabilities: { load: true },
  rules: [{ steps: [{ text: "one two three", split: 4, delayMs: 5 }] }],
};

async function watch(flow: FlowDefinition, more: Partial<RunOptions> = {}, answer?: object) {
  const sights: Sight[] = [];
  const options: RunOptions = {
    outputRoot: runs,
    permissionMode: "deny-all",
    resolveAgent: () => ({
      agentName: "scripted",
      agentCommand: "scripted",
      agentArgv: [
        process.execPath,
        agent,
        JSON.stringify({ ...script, stateDir: join(runs, ".agent") }),
      ],
      cwd: runs,
    }),
    ...more,
  };
  let end = await runFlow(flow, {}, { ...options, host: watchedHost(sights) });
  if (answer !== undefined) {
    const host = watchedHost(sights);
    end = await resumeFlow(flow, end.path, { input: answer }, { ...options, host });
  }
  const trace = readFileSync(join(end.path, "trace.ndjson"), "utf8").trim().split("\n");
  return { end, sights, states: statesAfter(trace.map((line) => JSON.parse(line) as TraceEvent)) };
}

/** What is true of a run at some event. */
interface Truth {
  readonly status: string;
  readonly currentNode: string | undefined;
  readonly currentAttemptId: string | undefined;
  readonly waitingOn: string | undefined;
  readonly finishedAt: string | undefined;
  readonly error: string | undefined;
  readonly steps: readonly string[];
}

/** The truth after each event, by its `seq`; after none at 0. */
function statesAfter(events: readonly TraceEvent[]): readonly Truth[] {
  const fold = createFold();
  const truth = (): Truth => {
    const { status, openAttempt, waitingOn, finishedAt, error, finishedAttempts } = fold;
    return {
      status,
      currentNode: openAttempt?.nodeId,
      currentAttemptId: openAttempt?.attemptId,
      waitingOn,
      finishedAt,
      error,
      steps: finishedAttempts.map(({ attemptId, outcome }) => `${attemptId} ${outcome}`),
    };
  };
  return [
    truth(),
    ...events.map((event) => {
      fold.apply(event);
      return truth();
    }),
  ];
}

/** What is wrong with what the reader saw, with the number of the sight. */
function mistakes(sights: readonly Sight[], states: readonly Truth[]): string[] {
  const found: string[] = [];
  let [latest, latestRun] = [0, 0];
  for (const [index, { manifest, run, live, steps, lastSeq }] of sights.entries()) {
    const view = { ...run, ...live };
    const [seq, runSeq] = [live.upToSeq ?? 0, run.upToSeq ?? 0];
    const truth = states[seq];
    const check = (what: string, holds: boolean) => {
      if (!holds) found.push(`${index}: ${what} at ${seq}, run.json at ${runSeq} of ${lastSeq}`);
    };
    check("the state is of the future, or older than before", seq <= lastSeq && seq >= latest);
    check("run.json is newer, or older than before", runSeq <= seq && runSeq >= latestRun);
    check(`status ${view.status}`, view.status === truth?.status);
    for (const field of [
      "currentNode",
      "currentAttemptId",
      "waitingOn",
      "finishedAt",
      "error",
    ] as const) {
      // Where live.json says nothing, run.json may say for a moment what was true before.
      const before = live[field] === undefined ? states[runSeq]?.[field] : undefined;
      const isTrue = view[field] === truth?.[field] || view[field] === before;
      check(`${field} ${view[field]}`, isTrue);
    }
    const shown = steps.map(({ attemptId, outcome }) => `${attemptId} ${outcome}`).join();
    const possible = states.slice(runSeq, seq + 1).map(({ steps: ended }) => ended.join());
    check(`steps ${shown}`, possible.includes(shown));
    // What the manifest says of a run that stands still is the last thing that is written.
    if (manifest.status !== "running") {
      const isComplete = seq === runSeq && (seq === lastSeq || manifest.status === "waiting");
      check(`manifest ${manifest.status}`, isComplete && manifest.status === truth?.status);
    }
    [latest, latestRun] = [seq, runSeq];
  }
  return found;
}

function flowOf(
  nodes: FlowDefinition["nodes"],
  edges: FlowDefinition["edges"] = [],
): FlowDefinition {
  const [startAt = ""] = Object.keys(nodes);
  return { name: "watched", startAt, nodes, edges };
}

const everything = flowOf(
  {
    count: compute({ run: ({ outputs }) => Number(outputs["count"] ?? 0) + 1 }),
    list: shell({ exec: () => ({ command: "sleep", args: ["0.1"] }) }),
    ask: acp({ prompt: () => "Say something" }),
    other: acp({ session: { isolated: true }, prompt: () => "Say more" }),
    again: compute({ run: ({ outputs }) => ({ again: Number(outputs["count"]) < 3 }) }),
    wait: checkpoint({ summary: "Go on?" }),
    end: acp({ prompt: () => "The end" }),
  },
  [
    { from: "count", to: "list" },
    { from: "list", to: "ask" },
    { from: "ask", to: "other" },
    { from: "other", to: "again" },
    { from: "again", switch: { on: "$.again", cases: { true: "count", false: "wait" } } },
    { from: "wait", to: "end" },
  ],
);

describe("at every moment, the reader sees what is or was just now", () => {
  test("of a run that waits, goes on and completes", { timeout: 60_000 }, async () => {
    const { end, sights, states } = await watch(everything, {}, { yes: true });
    expect(end.status).toBe("completed");
    expect(mistakes(sights, states)).toEqual([]);
    const told = new Set(sights.map(({ run, live }) => ({ ...run, ...live }).status));
    expect([...told]).toEqual(["running", "waiting", "completed"]);
    const nodes = new Set(sights.flatMap(({ live }) => live.currentNode ?? []));
    expect([...nodes]).toEqual(expect.arrayContaining(["list", "ask", "other", "end"]));
    expect(new Set(sights.map(({ live }) => live.upToSeq)).size).toBeGreaterThan(15);
  });

  test("of one that fails", async () => {
    const fail = () => {
      throw new Error("No");
    };
    const { end, sights, states } = await watch(
      flowOf({ a: compute({ run: () => 1 }), b: compute({ run: fail }) }, [{ from: "a", to: "b" }]),
    );
    expect(end.status).toBe("failed");
    expect(mistakes(sights, states)).toEqual([]);
    expect(sights.at(-1)?.live).toMatchObject({ status: "failed", error: "No" });
  });

  test("of one that times out", async () => {
    const never = () => new Promise(() => undefined);
    const { end, sights, states } = await watch(
      flowOf({ a: compute({ run: never, timeoutMs: 500 }) }),
    );
    expect(end.status).toBe("timed_out");
    expect(mistakes(sights, states)).toEqual([]);
  });

  test("of one that is interrupted", async () => {
    const interrupt = new AbortController();
    const { end, sights, states } = await watch(
      flowOf({ a: shell({ exec: () => ({ command: "sleep", args: ["60"] }) }) }),
      {
        interrupt: interrupt.signal,
        observe: ({ type }) => {
          if (type === "action_prepared") setTimeout(() => interrupt.abort(), 300);
        },
      },
    );
    expect(end).toMatchObject({ status: "failed", error: "Interrupted" });
    expect(mistakes(sights, states)).toEqual([]);
    expect(sights.some(({ live }) => live.currentNode === "a")).toBe(true);
  });
});

test("what the reader sees is not older than a second", async () => {
  const lags: number[] = [];
  const flow = flowOf({
    slow: compute({ run: () => new Promise((done) => void setTimeout(done, 1000)) }),
  });
  let startedAt = Infinity;
  const poll = setInterval(() => {
    const sight = look();
    if (sight?.live.currentNode === "slow") lags.push(performance.now() - startedAt);
  }, 10);
  try {
    await runFlow(
      flow,
      {},
      {
        outputRoot: runs,
        permissionMode: "deny-all",
        resolveAgent: () => {
          throw new Error("There is none");
        },
        observe: ({ type }) => {
          if (type === "node_started") startedAt = performance.now();
        },
      },
    );
  } finally {
    clearInterval(poll);
  }
  expect(Math.min(...lags)).toBeLessThan(1000);
  expect(look()?.manifest.status).toBe("completed");
});
