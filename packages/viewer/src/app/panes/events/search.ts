import { readLines, SourceError, type BundleSource } from "@flow-bundle/bundle";
import { Breather } from "../../session/breather.ts";

/** Longer lines are not searched, and counted. */
const maxLineBytes = 16 * 1024 * 1024;

/** How a search stands. */
export interface SearchState {
  /** Lines with the text, in order. */
  readonly found: readonly number[];
  readonly bytes: number;
  readonly isDone: boolean;
  /** Lines that were too long to be searched. */
  readonly skipped: number;
  readonly failure: string | undefined;
}

/** Whether a line has a text: as it stands in the file, or as JSON writes it; capitals do not matter. */
export function matcher(wanted: string): (line: string) => boolean {
  const plain = wanted.toLowerCase();
  const escaped = JSON.stringify(wanted).slice(1, -1).toLowerCase();
  if (plain === escaped) return (line) => line.toLowerCase().includes(plain);
  return (line) => {
    const text = line.toLowerCase();
    return text.includes(plain) || text.includes(escaped);
  };
}

/** Searches the lines of a file. Ends early when `onProgress` returns false. */
export async function searchLines(
  source: BundleSource,
  path: string,
  wanted: string,
  onProgress: (state: SearchState) => boolean,
): Promise<void> {
  const matches = matcher(wanted);
  const found: number[] = [];
  const breather = new Breather();
  let bytes = 0;
  let skipped = 0;
  let failure: string | undefined;
  const report = (isDone: boolean): boolean =>
    onProgress({ found: [...found], bytes, isDone, skipped, failure });
  let told = performance.now();
  try {
    for await (const { lines } of readLines(source, path, { maxLineBytes })) {
      for (const { text, line, problem, byteOffset, bytes: length } of lines) {
        if (problem === "too-long") skipped += 1;
        else if (matches(text)) found.push(line);
        bytes = byteOffset + length;
        if (!breather.isTired) continue;
        if (performance.now() - told > 250) {
          if (!report(false)) return;
          told = performance.now();
        }
        await breather.rest();
      }
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    failure = error.message;
  }
  report(true);
}
