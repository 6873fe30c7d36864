import { printableName } from "@flow-bundle/bundle";
import type { RunEnd } from "../../engine/run-options.ts";
import type { Paint } from "../colour.ts";
import { excerpt } from "../excerpt.ts";
import { plural, spanInWords } from "../words.ts";
import { failedAttempt } from "./reporter.ts";
import { shellWord } from "./shell-word.ts";
import { outcomeColour } from "./step.ts";

/** How to name a run in the commands that are proposed. */
export interface NextCommands {
  /** The run as the other commands find it: its id, or its path when the runs folder is not the usual one. */
  nameOf(end: Pick<RunEnd, "runId" | "path">): string;
  /** The command that goes on with it. */
  resume(end: Pick<RunEnd, "runId" | "path">): string;
}

const outputLimits = { lines: 12, columns: 200 };
const errorLimits = { lines: 12, columns: 400 };

/**
 * What is told of a run when it ended or waits: status, error with its place, output, bundle, and what to do next.
 *
 * @param question what the checkpoint that the run waits at says.
 */
export function summaryLines(
  end: RunEnd,
  next: NextCommands,
  paint: Paint,
  question?: string,
): readonly string[] {
  const { status, error, record, path } = end;
  const { startedAt, finishedAt, attempts } = record;
  const words = status.replace("_", " ");
  const time = spanInWords(startedAt, finishedAt ?? record.lastAt);
  const lines = [
    `${paint(outcomeColour(status), words)}${placeOf(end)}  ${plural(attempts.length, "attempt")}, ${time}`,
  ];
  if (question !== undefined) {
    lines.push(...block(paint("dim", "asks  "), excerpt(question, errorLimits)));
  }
  if (error !== undefined)
    lines.push(...block(paint("dim", "error "), excerpt(error, errorLimits)));
  const { output } = end;
  if (output !== undefined) {
    const shown = excerpt(valueText(output, 1_000_000), outputLimits, "; see flow show");
    lines.push(...block(paint("dim", "output"), shown));
  }
  lines.push(...block(paint("dim", "bundle"), [printableName(path)]));
  lines.push("", ...nextLines(end, next).map((line) => `  ${line}`));
  return lines;
}

function placeOf(end: RunEnd): string {
  if (end.waitingOn !== undefined) return ` for ${printableName(end.waitingOn)}`;
  const attemptId = failedAttempt(end);
  return attemptId === undefined ? "" : ` at ${printableName(attemptId)}`;
}

/**
 * A value in text: a string as it is, anything else as JSON, on one line when it is short.
 *
 * @param longest what is longer in UTF-16 units stays on one line too: only its beginning is wanted.
 */
export function valueText(value: unknown, longest = Infinity): string {
  if (typeof value === "string") return value;
  const short = JSON.stringify(value) ?? "null";
  if (short.length <= 80 || short.length > longest) return short;
  return JSON.stringify(value, null, 2);
}

/** A label with lines that stand under each other. */
export function block(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index === 0 ? `  ${label}  ${line}` : `          ${line}`));
}

function nextLines(end: RunEnd, next: NextCommands): readonly string[] {
  const run = shellWord(next.nameOf(end));
  const attempt = failedAttempt(end);
  const show = attempt === undefined ? run : `${run} ${shellWord(attempt)}`;
  const lines = end.status === "waiting" ? [`${next.resume(end)} --input-json JSON`] : [];
  return [...lines, `flow show ${show}`, `bundle-validate ${shellWord(end.path)}`];
}
