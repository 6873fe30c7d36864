import { printable, printableName, sessionPaths } from "@flow-bundle/bundle";
import type { AttemptState } from "@flow-bundle/bundle";
import { excerpt } from "../excerpt.ts";
import { detailOf, outcomeColour } from "../report/step.ts";
import { shellWord } from "../report/shell-word.ts";
import { tableLines } from "../table.ts";
import { clock, dateAndClock, durationInWords, plural, spanInWords } from "../words.ts";
import { valueContent, valueJson } from "./content.ts";
import { field } from "./field.ts";
import { receiptsOf } from "./shown.ts";
import type { Shown } from "./shown.ts";

/** Attempts in the table unless all are asked for. */
const mostAttempts = 100;
const inputLines = 6;

/** A run as text. */
export async function runPage(shown: Shown): Promise<readonly string[]> {
  const { fold, condition, paint, name } = shown;
  const flowName = printableName(fold.flowName ?? "");
  const status = paint(outcomeColour(condition), condition.replace("_", " "));
  const lines = [`${paint("bold", flowName)}  ${status}`, ...(await facts(shown))];
  if (fold.attempts.length > 0) lines.push("", ...attemptTable(shown));
  if (fold.sessions.length > 0) lines.push("", ...sessionTable(shown));
  lines.push("", ...commands(shown, shellWord(name)).map((command) => `  ${command}`));
  return lines;
}

async function facts(shown: Shown): Promise<readonly string[]> {
  const { bundle, fold, place, paint, limits } = shown;
  const { manifest } = bundle;
  const { startedAt = manifest.startedAt, finishedAt, runTitle, flowPath, error, waiting } = fold;
  const lines = [...field(paint, "run", [printableName(fold.runId ?? place.id)])];
  if (runTitle !== undefined) lines.push(...field(paint, "title", [printable(runTitle)]));
  if (flowPath !== undefined) lines.push(...field(paint, "flow file", [printableName(flowPath)]));
  const took = finishedAt === undefined ? "" : `, took ${spanInWords(startedAt, finishedAt)}`;
  lines.push(...field(paint, "started", [`${dateAndClock(startedAt)}${took}`]));
  lines.push(...field(paint, "format", [formatOf(shown)]));
  lines.push(...field(paint, "bundle", [printableName(place.path)]));
  if (shown.pid !== undefined && ["running", "died"].includes(shown.condition)) {
    const ended = shown.condition === "died" ? ", which does not run any more" : "";
    lines.push(...field(paint, "process", [`${shown.pid}${ended}`]));
  }
  if (fold.inputArtifact !== undefined) {
    const { text } = await valueContent(bundle.source, { artifact: fold.inputArtifact });
    const most = Math.min(inputLines, limits.lines);
    const inputLimits = Number.isFinite(limits.lines) ? { ...limits, lines: most } : limits;
    lines.push(...field(paint, "input", excerpt(text, inputLimits, "; --full shows all")));
  }
  if (waiting !== null) {
    const summary = waiting.summary === undefined ? "" : `: ${printable(waiting.summary)}`;
    lines.push(...field(paint, "waits at", [`${printableName(waiting.nodeId)}${summary}`]));
  }
  if (error !== undefined) {
    lines.push(...field(paint, "error", excerpt(error, limits, "; --full shows all")));
  }
  const [firstLeftOut] = shown.leftOut;
  if (firstLeftOut !== undefined) {
    const events = plural(shown.leftOut.length, "event is invalid and", "events are invalid and");
    const note = `${events} left out here, the first in line ${firstLeftOut}; bundle-validate tells more`;
    lines.push(...field(paint, "trace", [note]));
  }
  const { torn } = bundle.trace;
  if (torn !== undefined) {
    const note = `cannot be read from line ${torn.line} on: ${printable(torn.reason)}`;
    lines.push(...field(paint, "trace", [note]));
  }
  return lines;
}

function formatOf({ bundle: { manifest, version } }: Shown): string {
  const { producer, redacted, specVersion } = manifest;
  const by =
    typeof producer?.name === "string" && typeof producer.version === "string"
      ? `, written by ${printable(`${producer.name} ${producer.version}`, { max: 100 })}`
      : "";
  const said = specVersion === undefined ? version : printable(String(specVersion), { max: 20 });
  return `${said}${by}${redacted === true ? ", secrets replaced" : ""}`;
}

function attemptTable({ fold, paint, limits }: Shown): readonly string[] {
  const all = fold.attempts;
  const omitted = Number.isFinite(limits.lines) ? Math.max(0, all.length - mostAttempts) : 0;
  const header = ["#", "ATTEMPT", "TYPE", "OUTCOME", "STARTED", "DURATION", "DETAIL"].map(
    (text) => ({ text, paint: (cell: string) => paint("dim", cell) }),
  );
  const rows = all.slice(omitted).map((attempt, index) => {
    const { attemptId, nodeType, outcome, startedAt, durationMs = Number.NaN } = attempt;
    return [
      `${omitted + index + 1}`,
      printableName(attemptId),
      printableName(nodeType),
      {
        text: outcome === null ? "open" : printableName(outcome),
        paint: (cell: string) => paint(outcomeColour(outcome), cell),
      },
      clock(startedAt),
      durationInWords(durationMs),
      detailOf(attempt, 80),
    ];
  });
  const note = omitted === 0 ? [] : [`… (${omitted} earlier attempts; --full shows all)`];
  return [...note, ...tableLines([header, ...rows])];
}

function sessionTable({ fold, paint }: Shown): readonly string[] {
  const header = ["SESSION", "HANDLE", "ATTEMPTS", "FILES"].map((text) => ({
    text,
    paint: (cell: string) => paint("dim", cell),
  }));
  const used = (sessionId: string) =>
    fold.attempts.filter((attempt) => receiptsOf(attempt).sessionId === sessionId);
  const rows = fold.sessions.map(({ sessionId, handle }) => [
    printableName(sessionId),
    printableName(handle),
    `${used(sessionId).length}`,
    printableName(`${sessionPaths(sessionId).directory}/`),
  ]);
  return tableLines([header, ...rows]);
}

function commands({ condition, fold, resume }: Shown, run: string): readonly string[] {
  const attempt: AttemptState | undefined =
    fold.attempts.findLast(({ outcome }) => outcome !== "ok") ?? fold.attempts.at(-1);
  const lines = attempt === undefined ? [] : [`flow show ${run} ${shellWord(attempt.attemptId)}`];
  if (condition === "waiting") lines.push(`${resume} --input-json JSON`);
  if (condition === "died") lines.push(resume, `flow recover ${run}`);
  return lines;
}

/** A run as JSON: where it is, how it stands, and the view-model of the format. */
export async function runJson(shown: Shown): Promise<object> {
  const { place, bundle, fold, condition, pid } = shown;
  const { inputArtifact } = fold;
  const { producer, redacted } = bundle.manifest;
  return {
    id: place.id,
    path: place.path,
    state: condition,
    pid,
    specVersion: bundle.version,
    producer,
    redacted,
    torn: bundle.trace.torn,
    leftOut: shown.leftOut.length === 0 ? undefined : shown.leftOut,
    input:
      inputArtifact === undefined
        ? undefined
        : await valueJson(bundle.source, { artifact: inputArtifact }),
    run: fold.view(),
  };
}
