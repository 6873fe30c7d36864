import { printable, printableName, sessionPaths } from "@flow-bundle/bundle";
import type { AttemptState } from "@flow-bundle/bundle";
import type { ArtifactReference } from "@flow-bundle/schema";
import { excerpt } from "../excerpt.ts";
import { commandLine, outcomeColour } from "../report/step.ts";
import { dateAndClock, durationInWords, plural } from "../words.ts";
import { artifactContent, valueContent, valueJson } from "./content.ts";
import type { Content } from "./content.ts";
import { field } from "./field.ts";
import { receiptsOf } from "./shown.ts";
import type { Shown } from "./shown.ts";

const more = "; --full shows all";

/** The texts of an attempt that lie in artifacts, and what they are called. */
const texts = [
  ["prompt", "promptArtifact"],
  ["answer", "rawResponseArtifact"],
  ["stdout", "stdoutArtifact"],
  ["stderr", "stderrArtifact"],
] as const;

/** An attempt as text. */
export async function attemptPage(shown: Shown, attempt: AttemptState): Promise<readonly string[]> {
  const { paint } = shown;
  const { attemptId, nodeId, nodeType, outcome, startedAt, durationMs } = attempt;
  const receipts = receiptsOf(attempt);
  const words = outcome === null ? "open" : printableName(outcome).replace("_", " ");
  const took = durationMs === undefined ? "" : `, took ${durationInWords(durationMs)}`;
  const lines = [
    `${paint("bold", printableName(attemptId))}  ${paint(outcomeColour(outcome), words)}`,
    ...field(paint, "node", [`${printableName(nodeId)}, ${printableName(nodeType)}`]),
    ...field(paint, "started", [`${dateAndClock(startedAt)}${took}`]),
    ...actionLines(shown, receipts),
    ...sessionLines(shown, receipts),
    ...(await errorLines(shown, attempt)),
  ];
  for (const [label, key] of texts) {
    const reference = receipts[key];
    if (reference === undefined) continue;
    lines.push(...section(shown, label, await artifactContent(shown.bundle.source, reference)));
  }
  if (attempt.output !== null) {
    const content = await valueContent(shown.bundle.source, attempt.output);
    lines.push(...section(shown, "output", content));
  }
  return lines;
}

type ReceiptsShown = ReturnType<typeof receiptsOf>;

function actionLines({ paint }: Shown, { action }: ReceiptsShown): readonly string[] {
  if (action === undefined || action.actionType === "function") return [];
  const lines = [
    ...field(paint, "command", [printable(commandLine(action), { max: 2000 })]),
    ...field(paint, "directory", [printableName(action.cwd ?? "")]),
  ];
  if ("exitCode" in action) lines.push(...field(paint, "exit", [exitWords(action)]));
  return lines;
}

function exitWords(action: {
  readonly exitCode?: number | null;
  readonly signal?: string | null;
}): string {
  const { exitCode = null, signal = null } = action;
  if (exitCode !== null) return `code ${exitCode}`;
  return signal === null
    ? "it did not start, or how it ended is not known"
    : `signal ${printable(signal)}`;
}

function sessionLines({ paint, fold }: Shown, receipts: ReceiptsShown): readonly string[] {
  const { sessionId, conversation } = receipts;
  if (sessionId === undefined) return [];
  const handle = fold.session(sessionId)?.handle;
  const words = handle === undefined ? "" : `, handle ${printableName(handle)}`;
  const { record, events } = sessionPaths(sessionId);
  const lines = [`${printableName(sessionId)}${words}`];
  if (conversation !== undefined) {
    const { messageStart, messageEnd, eventStartSeq, eventEndSeq } = conversation;
    const messages = plural(messageEnd - messageStart + 1, "message");
    const range =
      eventEndSeq < eventStartSeq
        ? "no events"
        : `events ${eventStartSeq} to ${eventEndSeq} of ${printableName(events)}`;
    lines.push(`${messages} of ${printableName(record)}`, range);
  }
  return field(paint, "session", lines);
}

async function errorLines(shown: Shown, attempt: AttemptState): Promise<readonly string[]> {
  if (attempt.error === null) return [];
  const { errorArtifact } = receiptsOf(attempt);
  if (errorArtifact !== undefined) {
    return section(shown, "error", await artifactContent(shown.bundle.source, errorArtifact));
  }
  return section(shown, "error", { text: attempt.error, isMissing: false });
}

/** A heading with the file that the text is in, and the text. */
function section({ paint, limits }: Shown, label: string, content: Content): readonly string[] {
  const { text, isMissing, reference } = content;
  const place = reference === undefined ? "" : `  ${paint("dim", fileWords(reference))}`;
  const shownLines = isMissing
    ? [paint("yellow", printable(text))]
    : text === ""
      ? [paint("dim", "(empty)")]
      : excerpt(text, limits, more);
  return [
    "",
    `${paint("bold", label)}${place}`,
    ...shownLines.map((line) => `  ${line}`.trimEnd()),
  ];
}

function fileWords({ path, bytes, truncated }: ArtifactReference): string {
  // References of early writers have no size.
  const size = typeof bytes === "number" ? `, ${plural(bytes, "byte")}` : "";
  return `${printableName(path)}${size}${truncated === true ? ", truncated" : ""}`;
}

/** An attempt as JSON: as the view-model of the format has it, and its texts. */
export async function attemptJson(shown: Shown, attempt: AttemptState): Promise<object> {
  const { fold, bundle, place } = shown;
  const receipts = receiptsOf(attempt);
  const view = fold.view().attempts.find(({ attemptId }) => attemptId === attempt.attemptId);
  const contents: Record<string, string> = {};
  for (const [label, key] of [...texts, ["error", "errorArtifact"] as const]) {
    const reference = receipts[key];
    if (reference === undefined) continue;
    const { text, isMissing } = await artifactContent(bundle.source, reference);
    if (!isMissing) contents[label] = text;
  }
  const output =
    attempt.output === null ? undefined : await valueJson(bundle.source, attempt.output);
  return { id: place.id, path: place.path, attempt: view, texts: contents, output };
}
