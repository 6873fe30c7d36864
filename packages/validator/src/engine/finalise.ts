import { locate, positionAt } from "@flow-bundle/bundle";
import type { Finding } from "@flow-bundle/schema";
import { catalogue } from "./catalogue.ts";
import type { CollectedFinding } from "./collector.ts";
import { shorten } from "./shorten.ts";
import type { Validation } from "./validation.ts";

/**
 * Turns what was collected into the findings of the report: with line and column, fingerprint and url, sorted by file
 * and place. Files are read once more only where a finding needs its place, one file at a time.
 */
export async function finaliseFindings(validation: Validation): Promise<Finding[]> {
  const byFile = Map.groupBy(validation.findings.listed, (finding) => finding.file);
  const done: Finding[] = [];
  for (const [file, findings] of byFile) {
    const place = file.endsWith(".ndjson") ? linePlaces(validation, file) : documentPlaces(validation, file);
    for (const finding of findings) done.push(await finalise(validation, finding, await place(finding)));
  }
  return done.sort(compareFindings);
}

interface Place {
  readonly line?: number;
  readonly column?: number;
}

type Placer = (finding: CollectedFinding) => Promise<Place>;

/** Places in a JSON document; the text is fetched when the first finding asks. */
function documentPlaces(validation: Validation, file: string): Placer {
  let text: Promise<string | undefined> | undefined;
  return async ({ pointer, textOffset, line, column }) => {
    if (line !== undefined && column !== undefined) return { line, column };
    if (pointer === undefined && textOffset === undefined) return line === undefined ? {} : { line };
    text ??= readText(validation, file);
    return placeIn(await text, pointer, textOffset);
  };
}

/** Places in an NDJSON file: the column inside the line. */
function linePlaces(validation: Validation, file: string): Placer {
  return async ({ line, column, pointer, textOffset, byteOffset }) => {
    if (line === undefined) return {};
    if (column !== undefined) return { line, column };
    if (byteOffset === undefined || (pointer === undefined && textOffset === undefined)) return { line };
    const text = await readLineAt(validation, file, byteOffset);
    const place = placeIn(text, pointer, textOffset);
    return { line, ...(place.column === undefined ? {} : { column: place.column }) };
  };
}

function placeIn(text: string | undefined, pointer: string | undefined, textOffset: number | undefined): Place {
  if (text === undefined) return {};
  const place = textOffset === undefined ? locate(text, pointer ?? "") : positionAt(text, textOffset);
  return place === undefined ? {} : { line: place.line, column: place.column };
}

async function readText(validation: Validation, file: string): Promise<string | undefined> {
  if (validation.entries.get(file)?.type !== "file") return undefined;
  try {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      await validation.source.read(file, validation.limits.documentBytes),
    );
  } catch {
    return undefined;
  }
}

async function readLineAt(validation: Validation, file: string, start: number): Promise<string | undefined> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  try {
    for await (const block of validation.source.blocks(file, start, start + maxLocatedLine)) {
      const end = block.indexOf(0x0a);
      if (end >= 0) return text + decoder.decode(block.subarray(0, end));
      text += decoder.decode(block, { stream: true });
    }
  } catch {
    return undefined;
  }
  return text;
}

/** Beyond this much of a line its column is not looked for. */
const maxLocatedLine = 4 * 1024 * 1024;

async function finalise(validation: Validation, finding: CollectedFinding, place: Place): Promise<Finding> {
  const { ruleId, severity, message, file, pointer, byteOffset, seq, nodeId, attemptId, sessionId } = finding;
  const { related, hint, count } = finding;
  const info = catalogue.get(ruleId);
  const expected = shorten(finding.expected);
  const hasher = validation.source.sha256();
  hasher.update(
    new TextEncoder().encode(
      JSON.stringify([ruleId, file, pointer ?? null, attemptId ?? null, expected === undefined ? null : expected]),
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
    ...(finding.actual === undefined ? {} : { actual: shorten(finding.actual) }),
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
