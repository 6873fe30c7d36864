import { printableName } from "@flow-bundle/bundle";
import type { AttemptState } from "@flow-bundle/bundle";
import type { Paint } from "../colour.ts";
import { firstLine, shorten } from "../excerpt.ts";
import { shellWord } from "./shell-word.ts";
import { clock, durationInWords } from "../words.ts";

/** Columns of the longest outcome, `timed_out`. */
const outcomeWidth = 9;
const nameWidth = 16;
const typeWidth = 10;
const durationWidth = 8;

/** One line about an attempt that has its outcome. */
export function stepLine(attempt: AttemptState, paint: Paint): string {
  const { attemptId, nodeType, outcome, finishedAt = "", durationMs = Number.NaN } = attempt;
  const parts = [
    paint("dim", clock(finishedAt)),
    paint(outcomeColour(outcome), (outcome ?? "").padEnd(outcomeWidth)),
    printableName(attemptId).padEnd(nameWidth),
    printableName(nodeType).padEnd(typeWidth),
    durationInWords(durationMs).padStart(durationWidth),
    detailOf(attempt),
  ];
  return parts.join("  ").trimEnd();
}

/** The colour of an outcome or of the status of a run. */
export function outcomeColour(outcome: string | null): "green" | "red" | "yellow" | "cyan" {
  if (outcome === "ok" || outcome === "completed") return "green";
  if (outcome === "waiting" || outcome === "running") return "cyan";
  return outcome === "cancelled" || outcome === "unknown" || outcome === null ? "yellow" : "red";
}

/** What is worth a few words: the error, else the command or the session. Safe to print. */
export function detailOf({ error, receipts, earlier }: AttemptState, max = 100): string {
  if (error !== null) return firstLine(error, max);
  const action = receipts.action ?? earlier.action;
  if (action?.actionType === "shell") return shorten(commandLine(action), max);
  const sessionId = receipts.sessionId ?? earlier.sessionId;
  return sessionId === undefined ? "" : `session ${printableName(sessionId)}`;
}

/** A command as one would type it. Safe to print. */
export function commandLine({ command = "", args = [] }: ShellAction): string {
  return [command, ...args].map(shellWord).join(" ");
}

/** Of an action that runs a command: what it runs. */
interface ShellAction {
  readonly command?: string;
  readonly args?: readonly string[];
}
