import { readLines, SourceError, type BundleSource, type Line } from "@flow-bundle/bundle";

/** A last line that does not end with LF: it is not among the lines that were read. */
export interface TornLine {
  readonly offset: number;
  readonly bytes: number;
  /** The run goes on: the line is read again when the file has grown. Of a run that has ended nothing more comes. */
  readonly waits: boolean;
}

/** How the reading of a log ended. */
export interface LogEnd {
  readonly torn: TornLine | undefined;
  /** Why it cannot be read, or be read further. */
  readonly failure: string | undefined;
}

/** Which lines of a log are read. */
export interface LogPart {
  readonly path: string;
  /** Byte at which the first line begins. */
  readonly start: number;
  /** Its number, from 1. */
  readonly firstLine: number;
  readonly maxLineBytes?: number;
  /** Whether the run has ended. While it has not, the file may not be there yet. */
  readonly ended: boolean;
  /** Whether a last line without LF counts once the run has ended. Default: it is left out. */
  readonly lastLineCounts?: boolean;
}

/** Reads the whole lines of a log from some place on. `onLines` gets them block by block. */
export async function readLog(
  source: BundleSource,
  { path, ended, lastLineCounts = false, ...options }: LogPart,
  onLines: (lines: readonly Line[]) => void,
): Promise<LogEnd> {
  let torn: TornLine | undefined;
  try {
    for await (const { lines, unterminated } of readLines(source, path, options)) {
      const cut = unterminated && !(ended && lastLineCounts) ? lines.at(-1) : undefined;
      if (cut !== undefined) torn = { offset: cut.byteOffset, bytes: cut.bytes, waits: !ended };
      onLines(cut === undefined ? lines : lines.slice(0, -1));
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const isYetToCome = !ended && error.code === "not-found";
    return { torn, failure: isYetToCome ? undefined : error.message };
  }
  return { torn, failure: undefined };
}
