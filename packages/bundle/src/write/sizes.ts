import { BundleWriteError } from "./errors.ts";

const kib = 1024;
/** Most bytes of a trace line, its LF included; spec/text/trace.md. */
export const lineLimit = 1024 * kib;
/** Most bytes of `error`, `statusDetail` and `summary`. */
export const textLimit = 16 * kib;
const nameLimit = 4 * kib;
const argsLimit = 64 * kib;

const encoder = new TextEncoder();
const ellipsis = "…";
const room = new Uint8Array(textLimit - encoder.encode(ellipsis).length);

/** A text of at most 16 KiB: cut between two characters and ended with `…` when it is longer. */
export function cutText(text: string): string {
  if (!isLonger(text, textLimit)) return text;
  const { read } = encoder.encodeInto(text.toWellFormed(), room);
  return text.slice(0, read) + ellipsis;
}

/** Whether a text is cut by {@link cutText}. */
export function isCut(text: string): boolean {
  return isLonger(text, textLimit);
}

/** Refuses names and arguments that are too long: they cannot be cut. */
export function checkSizes(event: {
  readonly nodeId?: string | undefined;
  readonly attemptId?: string | undefined;
  readonly payload: object;
}): void {
  const { flowName, runTitle, waitingOn, handle, attemptId, action } = event.payload as {
    readonly [key: string]: unknown;
  };
  const names = { nodeId: event.nodeId, attemptId: event.attemptId, flowName, runTitle, waitingOn };
  for (const [name, text] of [
    ...Object.entries(names),
    ["handle", handle],
    ["attemptId", attemptId],
  ]) {
    if (typeof text !== "string" || !isLonger(text, nameLimit)) continue;
    throw new BundleWriteError("refused", `${String(name)} has more than ${nameLimit} bytes`);
  }
  const args = (action as { readonly args?: unknown } | undefined)?.args;
  if (args === undefined || !isLonger(JSON.stringify(args), argsLimit)) return;
  const remedy = "leave args empty, and put them into an artifact, argsArtifact";
  throw new BundleWriteError("refused", `args has more than ${argsLimit} bytes: ${remedy}`);
}

function isLonger(text: string, bytes: number): boolean {
  if (text.length * 3 <= bytes) return false;
  return text.length > bytes || encoder.encode(text).length > bytes;
}
