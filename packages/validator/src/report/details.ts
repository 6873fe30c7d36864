import { printable, printableName } from "@flow-bundle/bundle";
import type { Finding } from "@flow-bundle/schema";
import { occurrences } from "./model.ts";

/** Longest message that is shown in full, in UTF-16 units. */
const maxMessage = 1000;
/** Longest value that is shown beside another on one line. */
const maxShortValue = 60;
const maxValue = 300;

/** The message of a finding, safe to print, saying how many equal findings it stands for. */
export function messageOf(finding: Finding): string {
  const count = occurrences(finding);
  const times = count > 1 ? ` (${count} times)` : "";
  return `${printable(finding.message, { max: maxMessage })}${times}`;
}

/**
 * What there is to know of a finding beyond its message, a line each, safe to print: where in the value and in the run,
 * expected and found values, related places, the hint. Each line begins with a word of ours.
 */
export function detailsOf(finding: Finding): string[] {
  return [
    ...whereabouts(finding),
    ...values(finding),
    ...(finding.related ?? []).map(relatedPlace),
    ...(finding.hint === undefined
      ? []
      : [`hint: ${printable(finding.hint, { max: maxMessage })}`]),
  ];
}

/** `17:42`, `17`, `byte 1234` or nothing. */
export function placeOf(finding: Finding): string {
  if (finding.line !== undefined) {
    return finding.column === undefined ? `${finding.line}` : `${finding.line}:${finding.column}`;
  }
  return finding.byteOffset === undefined ? "" : `byte ${finding.byteOffset}`;
}

function whereabouts(finding: Finding): string[] {
  const { pointer, seq, attemptId, nodeId, sessionId } = finding;
  const run = [
    seq === undefined ? "" : `event ${seq}`,
    attemptId === undefined ? "" : `attempt ${printableName(attemptId)}`,
    nodeId === undefined ? "" : `node ${printableName(nodeId)}`,
    sessionId === undefined ? "" : `session ${printableName(sessionId)}`,
  ].filter((part) => part !== "");
  const at = pointer === undefined || pointer === "" ? "" : `at ${printable(pointer)}`;
  if (at === "" && run.length === 0) return [];
  if (at === "") return [`in ${run.join(", ")}`];
  return [run.length === 0 ? at : `${at} in ${run.join(", ")}`];
}

function values(finding: Finding): string[] {
  const expected = finding.expected === undefined ? undefined : valueText(finding.expected);
  const actual = finding.actual === undefined ? undefined : valueText(finding.actual);
  if (expected === undefined) return actual === undefined ? [] : [`found ${actual}`];
  if (actual === undefined) return [`expected ${expected}`];
  return expected.length <= maxShortValue && actual.length <= maxShortValue
    ? [`expected ${expected}, found ${actual}`]
    : [`expected ${expected}`, `found    ${actual}`];
}

function valueText(value: unknown): string {
  return printable(JSON.stringify(value) ?? "nothing", { max: maxValue });
}

function relatedPlace(place: NonNullable<Finding["related"]>[number]): string {
  const line = place.line === undefined ? "" : `:${place.line}`;
  const pointer =
    place.pointer === undefined || place.pointer === "" ? "" : ` at ${printable(place.pointer)}`;
  const message = place.message === undefined ? "" : `: ${printable(place.message)}`;
  return `see ${printableName(place.file)}${line}${pointer}${message}`;
}
