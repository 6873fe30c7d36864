import { readFileSync } from "node:fs";
import { mkdtemp, readFile, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";
import type { SessionEvent, SessionRecord, TraceEvent } from "@flow-bundle/schema";
import { validateDirectory } from "@flow-bundle/validator/node";
import type { AcpNodeDefinition, FlowDefinition } from "../../authoring/types.ts";
import { runFlow } from "../../engine/run-flow.ts";
import type { RunEnd, RunOptions } from "../../engine/run-options.ts";

const agentFile = fileURLToPath(
  new URL("../../../../../examples/agents/scripted-agent.ts", import.meta.url),
);

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

/** A folder that is there for one test. */
export async function workFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "flow-acp-")));
  folders.push(folder);
  return folder;
}

/** An agent that does what a script says. */
export function scripted(script: object) {
  return {
    agentName: "scripted",
    agentCommand: `node scripted-agent.ts`,
    agentArgv: [process.execPath, agentFile, JSON.stringify(script)],
  };
}

/** A flow of ACP nodes, one after the other. */
export function inTurn(
  nodes: Record<string, Partial<AcpNodeDefinition> | FlowDefinition["nodes"][string]>,
): FlowDefinition {
  const ids = Object.keys(nodes);
  return {
    name: "test",
    startAt: ids[0] ?? "",
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, node]) => [
        id,
        "nodeType" in node
          ? (node as AcpNodeDefinition)
          : ({ nodeType: "acp", prompt: () => `prompt of ${id}`, ...node } as AcpNodeDefinition),
      ]),
    ),
    edges: ids.slice(1).map((to, index) => ({ from: ids[index] ?? "", to })),
  };
}

/** What a run left behind. */
export interface Left extends RunEnd {
  readonly trace: readonly TraceEvent[];
  readonly sessions: readonly LeftSession[];
  /** Outcome of a node's last attempt. */
  outcome(nodeId: string): Extract<TraceEvent, { type: "node_outcome" }>["payload"];
  /** Text of an artifact. */
  text(reference: { readonly path: string } | undefined): Promise<string>;
}

/** A session in a bundle. */
export interface LeftSession {
  readonly id: string;
  readonly events: readonly (SessionEvent & { readonly message: Record<string, unknown> })[];
  readonly record: SessionRecord;
  readonly binding: Record<string, unknown>;
}

type Options = Partial<RunOptions> & { readonly agent?: Partial<ReturnType<typeof scripted>> };

/** Runs a flow. The bundle has to be valid, and nothing that the run started may be left. */
export async function run(flow: FlowDefinition, options: Options = {}): Promise<Left> {
  const chosen = await runOptions(options);
  return withoutLeftovers(async () => look(await runFlow(flow, null, chosen)));
}

/** Does something, and makes sure that no process is left of it. */
export async function withoutLeftovers<T>(act: () => Promise<T>): Promise<T> {
  const mark = randomUUID();
  process.env[markName] = mark;
  const result = await act();
  const left = await marked(mark);
  if (left.length > 0) throw new Error(`Left behind: ${left.join("; ")}`);
  return result;
}

const markName = "FLOW_ACP_TEST";

/** Command lines of the processes that inherited a mark. */
async function marked(mark: string): Promise<string[]> {
  const read = (path: string) => readFile(path, "utf8").catch(() => "");
  const own = String(process.pid);
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name) && name !== own);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const env = await read(`/proc/${pid}/environ`);
      if (!env.includes(`${markName}=${mark}`)) return [];
      return [(await read(`/proc/${pid}/cmdline`)).replaceAll("\0", " ")];
    }),
  );
  return found.flat();
}

/** Whether there is such a process. One that has ended and was not asked about yet does not count. */
export function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** Options of a run whose bundle is in a folder of its own. */
export async function runOptions({ agent = {}, ...options }: Options): Promise<RunOptions> {
  const cwd = options.cwd ?? (await workFolder());
  return {
    resolveAgent: () => ({ ...scripted({}), cwd, ...agent }),
    permissionMode: "approve-all",
    outputRoot: await workFolder(),
    timeoutMs: 30_000,
    ...options,
    cwd,
  };
}

/** Reads what a run left, and looks whether it is as it should be. */
export async function look(end: RunEnd): Promise<Left> {
  const { findings } = await validateDirectory(end.path);
  const wrong = findings.filter(({ severity }) => severity !== "info");
  if (wrong.length > 0) {
    throw new Error(`The bundle is not valid: ${JSON.stringify(wrong, undefined, 2)}`);
  }
  const text = (path: string) => readFile(join(end.path, path), "utf8");
  const trace = linesOf<TraceEvent>(await text("trace.ndjson"));
  const ids = await readdir(join(end.path, "sessions")).catch(() => []);
  const sessions = await Promise.all(
    ids.map(async (id) => ({
      id,
      events: linesOf<LeftSession["events"][number]>(await text(`sessions/${id}/events.ndjson`)),
      record: JSON.parse(await text(`sessions/${id}/record.json`)) as SessionRecord,
      binding: JSON.parse(await text(`sessions/${id}/binding.json`)) as Record<string, unknown>,
    })),
  );
  return {
    ...end,
    trace,
    sessions,
    outcome(nodeId) {
      const found = trace.findLast(
        (event) => event.type === "node_outcome" && event.nodeId === nodeId,
      );
      if (found?.type !== "node_outcome") throw new Error(`No outcome of ${nodeId}`);
      return found.payload;
    },
    text: async (reference) => (reference === undefined ? "" : text(reference.path)),
  };
}

function linesOf<T>(text: string): T[] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T);
}
