import type { Finding } from "@flow-bundle/schema";
import { catalogue } from "./catalogue.ts";
import type { CollectedFinding } from "./collector.ts";
import { placesOf, type Place } from "./places.ts";
import type { Validation } from "./validation.ts";

/**
 * Turns what was collected into the findings of the report: with line and column, fingerprint and url, sorted by file
 * and place.
 */
export async function finaliseFindings(validation: Validation): Promise<Finding[]> {
  const { listed } = validation.findings;
  const places = await placesOf(validation, listed);
  const done: Finding[] = [];
  for (const [index, finding] of listed.entries())
    done.push(await finalise(validation, finding, places[index] ?? {}));
  return done.toSorted(compareFindings);
}

async function finalise(
  validation: Validation,
  finding: CollectedFinding,
  place: Place,
): Promise<Finding> {
  const {
    ruleId,
    severity,
    message,
    file,
    pointer,
    byteOffset,
    seq,
    nodeId,
    attemptId,
    sessionId,
  } = finding;
  const { expected, actual, related, hint, count } = finding;
  const info = catalogue.get(ruleId);
  const hasher = validation.source.sha256();
  hasher.update(
    new TextEncoder().encode(
      JSON.stringify([
        ruleId,
        file,
        pointer ?? null,
        attemptId ?? null,
        expected === undefined ? null : expected,
      ]),
    ),
  );
  return {
    ruleId,
    severity,
    message,
    file,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(byteOffset === undefined ? {} : { byteOffset }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(seq === undefined ? {} : { seq }),
    ...(nodeId === undefined ? {} : { nodeId }),
    ...(attemptId === undefined ? {} : { attemptId }),
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(related === undefined ? {} : { related: [...related] }),
    ...(hint === undefined ? {} : { hint }),
    count,
    fingerprint: await hasher.hex(),
    url: info?.url ?? "",
  };
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.pointer ?? "", b.pointer ?? "") ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
