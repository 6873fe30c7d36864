import { printable, printableJson, printableName } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import { listRuns } from "../runs/list-runs.ts";
import type { RunCondition, RunFacts } from "../runs/run-facts.ts";
import { paintFor } from "./colour.ts";
import type { Paint } from "./colour.ts";
import { exitCodes } from "./exit-code.ts";
import { firstLine, shorten } from "./excerpt.ts";
import type { Io } from "./io.ts";
import { outcomeColour } from "./report/step.ts";
import { runsDirOf } from "./runs-dir.ts";
import { tableLines } from "./table.ts";
import { dateAndClock, plural, spanInWords } from "./words.ts";

/** The options of `flow list`. */
export interface ListOptions {
  readonly status?: RunCondition;
  /** 0: no limit. */
  readonly limit: number;
  readonly runsDir?: string;
  readonly json?: true;
}

/** `flow list`: returns the exit code. */
export async function listCommand(options: ListOptions, io: Io): Promise<number> {
  const runsDir = runsDirOf(options.runsDir, io);
  const all = await listRuns(nodeHost(), runsDir);
  const { status, limit } = options;
  const wanted = status === undefined ? all : all.filter(({ condition }) => condition === status);
  const runs = limit === 0 ? wanted : wanted.slice(0, limit);
  if (options.json === true) {
    const list = { runsDir, total: wanted.length, runs: runs.map(asJson) };
    io.stdout.write(`${printableJson(JSON.stringify(list, null, 2))}\n`);
    return exitCodes.ok;
  }
  if (runs.length === 0) {
    const which = status === undefined ? "runs" : `runs with the status ${status}`;
    io.stderr.write(`flow: there are no ${which} in ${printable(runsDir)}\n`);
    return exitCodes.ok;
  }
  const paint = paintFor(io.stdout, io.env);
  const header = ["STATUS", "STARTED", "DURATION", "FLOW", "RUN", "DETAIL"].map((text) => ({
    text,
    paint: (cell: string) => paint("dim", cell),
  }));
  const lines = tableLines([header, ...runs.map((run) => row(run, paint))]);
  io.stdout.write(`${lines.join("\n")}\n`);
  const more = wanted.length - runs.length;
  if (more > 0) io.stderr.write(`flow: ${plural(more, "more run")}; --limit 0 lists all\n`);
  return exitCodes.ok;
}

/** A run as JSON has it: what it calls `condition` is the `state`, beside the `status` that the manifest says. */
function asJson({ id, condition, status, ...facts }: RunFacts): object {
  return { id, state: condition, status, ...facts };
}

function row(run: RunFacts, paint: Paint): ReturnType<typeof cells> {
  return cells(run, (text) => paint(outcomeColour(run.condition), text));
}

function cells(
  { id, condition, startedAt, finishedAt, flowName = "", waitingOn, problem }: RunFacts,
  paint: (text: string) => string,
) {
  const end = finishedAt ?? (condition === "running" ? new Date().toISOString() : undefined);
  const waiting = waitingOn === undefined ? "" : `waits at ${printableName(waitingOn)}`;
  return [
    { text: condition.replace("_", " "), paint },
    startedAt === undefined ? "" : shorten(dateAndClock(startedAt), 24),
    spanInWords(startedAt, end),
    flowName === "" ? "" : shorten(printableName(flowName), 32),
    id,
    problem === undefined ? waiting : firstLine(problem, 80),
  ];
}
