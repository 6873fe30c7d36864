import { locateAll, positionsAt } from "@flow-bundle/bundle";
import type { CollectedFinding } from "./collector.ts";
import type { Validation } from "./validation.ts";

/** Line and column of a finding, as far as they are known. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
}

/** How many bytes of lines are read again to find columns, over all findings of a bundle. */
const lineBudget = 64 * 1024 * 1024;
/** So much of a line is read at first. */
const firstPart = 8 * 1024;

/**
 * The line and column of each finding, in the order of the findings. A document is read again and searched once, however
 * many findings it has; of NDJSON files only the lines concerned are read again, up to a budget.
 */
export async function placesOf(
  validation: Validation,
  findings: readonly CollectedFinding[],
): Promise<Place[]> {
  const places = new Map<CollectedFinding, Place>();
  const byFile = Map.groupBy(findings, (finding) => finding.file);
  const budget = { left: lineBudget };
  for (const [file, own] of byFile) {
    const known = file.endsWith(".ndjson")
      ? await placesInLines(validation, file, own, budget)
      : await placesInDocument(validation, file, own);
    for (const [finding, place] of known) places.set(finding, place);
  }
  return findings.map((finding) => places.get(finding) ?? known(finding));
}

/** What the rule said itself. */
function known({ line, column }: CollectedFinding): Place {
  return { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

function isOpen({ pointer, textOffset, column }: CollectedFinding): boolean {
  return column === undefined && (pointer !== undefined || textOffset !== undefined);
}

async function placesInDocument(
  validation: Validation,
  file: string,
  findings: readonly CollectedFinding[],
): Promise<ReadonlyMap<CollectedFinding, Place>> {
  const open = findings.filter((finding) => finding.line === undefined && isOpen(finding));
  const text = open.length === 0 ? undefined : await readText(validation, file);
  return text === undefined ? new Map() : search(text, open);
}

async function placesInLines(
  validation: Validation,
  file: string,
  findings: readonly CollectedFinding[],
  budget: { left: number },
): Promise<ReadonlyMap<CollectedFinding, Place>> {
  const places = new Map<CollectedFinding, Place>();
  const byOffset = Map.groupBy(findings.filter(isOpen), ({ byteOffset }) => byteOffset);
  for (const [offset, own] of byOffset) {
    if (offset === undefined || budget.left <= 0) continue;
    const text = await readLine(validation, file, offset, budget);
    if (text === undefined) continue;
    for (const [finding, { column }] of search(text, own)) {
      places.set(finding, { ...known(finding), ...(column === undefined ? {} : { column }) });
    }
  }
  return places;
}

/** Finds the places of all findings with one pass over the text. */
function search(
  text: string,
  findings: readonly CollectedFinding[],
): ReadonlyMap<CollectedFinding, Place> {
  const places = new Map<CollectedFinding, Place>();
  const byOffset = findings.filter(({ textOffset }) => textOffset !== undefined);
  const offsets = positionsAt(
    text,
    byOffset.map(({ textOffset }) => textOffset ?? 0),
  );
  for (const [index, finding] of byOffset.entries()) add(places, finding, offsets[index]);

  const byPointer = findings.filter(({ textOffset }) => textOffset === undefined);
  const located = locateAll(
    text,
    byPointer.map(({ pointer, at }) => ({
      pointer: pointer ?? "",
      ...(at === undefined ? {} : { at }),
    })),
  );
  for (const [index, finding] of byPointer.entries()) add(places, finding, located[index]);
  return places;
}

function add(
  places: Map<CollectedFinding, Place>,
  finding: CollectedFinding,
  place: Place | undefined,
): void {
  if (place?.line !== undefined && place.column !== undefined) {
    places.set(finding, { line: place.line, column: place.column });
  }
}

async function readText(validation: Validation, file: string): Promise<string | undefined> {
  if (validation.entries.get(file)?.type !== "file") return undefined;
  try {
    const bytes = await validation.source.read(file, validation.limits.documentBytes);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  } catch {
    // The file is gone or has grown: the finding stays without a place.
    return undefined;
  }
}

async function readLine(
  validation: Validation,
  file: string,
  start: number,
  budget: { left: number },
): Promise<string | undefined> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  let from = start;
  try {
    // Most lines are short: a little is read first, and of a long line more and more.
    for (let size = firstPart; ; size *= 16) {
      const stop = from + Math.min(size, budget.left);
      for await (const block of validation.source.blocks(file, from, stop)) {
        budget.left -= block.length;
        from += block.length;
        const end = block.indexOf(0x0a);
        if (end >= 0) return text + decoder.decode(block.subarray(0, end));
        text += decoder.decode(block, { stream: true });
      }
      if (from < stop || budget.left <= 0) return text;
    }
  } catch {
    return undefined;
  }
}
