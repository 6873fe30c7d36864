import { printable, printableName } from "@flow-bundle/bundle";
import type { FoldState } from "@flow-bundle/bundle";
import type { TraceEvent } from "@flow-bundle/schema";
import type { RunEnd } from "../../engine/run-options.ts";
import { paintFor } from "../colour.ts";
import { firstLine } from "../excerpt.ts";
import type { Io } from "../io.ts";
import { clock, durationInWords } from "../words.ts";
import { StatusLine } from "./status-line.ts";
import { stepLine } from "./step.ts";
import { summaryLines } from "./summary.ts";
import type { NextCommands } from "./summary.ts";
import type { Reporter } from "./reporter.ts";

/** How the text is written. */
export interface TextOptions {
  /** Tell of every event. */
  readonly verbose: boolean;
  readonly next: NextCommands;
}

/** A line for each attempt as it ends, on a terminal a line that moves meanwhile, and a summary on standard output. */
export function textReporter(io: Io, options: TextOptions): Reporter {
  const paint = paintFor(io.stderr, io.env);
  let latest: FoldState | undefined;
  let question: string | undefined;
  const canMove = io.stderr.isTerminal && io.env["TERM"] !== "dumb";
  const statusLine = new StatusLine(io.stderr, () =>
    latest === undefined ? undefined : currentWork(latest),
  );
  const tell = (line: string) => statusLine.write(`${line}\n`);
  if (canMove) statusLine.start();
  return {
    observe(event, state) {
      latest = state;
      if (event.type === "run_waiting") question = event.payload.summary;
      if (event.type === "run_started") tell(paint("bold", headline(state)));
      if (event.type === "run_resumed") tell(paint("bold", `${headline(state)}, resumed`));
      if (options.verbose) tell(paint("dim", eventLine(event)));
      if (event.type !== "node_outcome") return;
      const attempt = state.attempt(event.attemptId);
      if (attempt !== undefined) tell(stepLine(attempt, paint));
    },
    end(end: RunEnd) {
      statusLine.stop();
      const lines = summaryLines(end, options.next, paintFor(io.stdout, io.env), question);
      io.stdout.write(`${lines.join("\n")}\n`);
    },
    interject: (text) => statusLine.write(text),
    close: () => statusLine.stop(),
  };
}

function headline({ flowName = "", runTitle, runId = "" }: FoldState): string {
  const title = runTitle === undefined ? "" : `: ${printable(runTitle, { max: 100 })}`;
  return `${printableName(flowName)}${title}  ${printableName(runId)}`;
}

/** What the open attempt is doing, and for how long. */
function currentWork({ openAttempt, statusDetail }: FoldState): string | undefined {
  if (openAttempt === null) return undefined;
  const { attemptId, nodeType, startedAt } = openAttempt;
  const duration = durationInWords(Date.now() - Date.parse(startedAt));
  const detail = statusDetail === undefined ? "" : firstLine(statusDetail, 100);
  return [printableName(attemptId), printableName(nodeType), duration, detail].join("  ").trimEnd();
}

function eventLine(event: TraceEvent): string {
  const { at, type, payload } = event;
  const attemptId = "attemptId" in event ? event.attemptId : undefined;
  const name = typeof attemptId === "string" ? `  ${printableName(attemptId)}` : "";
  return `${clock(at)}  ${printableName(type)}${name}  ${firstLine(JSON.stringify(payload), 160)}`;
}
