import type { RunState } from "../state/state.ts";
import { finalState } from "../state/selectors.ts";

/** Something that is wrong with a bundle, or missing in it, as a sentence. */
export interface BundleProblem {
  readonly kind: "file" | "lines" | "torn" | "status";
  readonly text: string;
  /** Lines of the trace to look at, from 1; the first ones of many. */
  readonly lines?: readonly number[];
}

const shownLines = 5;
const ended = new Set(["completed", "failed", "timed_out"]);

/** What is wrong with the bundle of a run before anybody validates it. */
export function problemsOf(run: RunState): readonly BundleProblem[] {
  const { problems, end, table, live, manifest, phase } = run;
  const found: BundleProblem[] = problems.map(({ file, message }) => ({
    kind: "file",
    text: `${file}: ${message}.`,
  }));
  if (end?.failure !== undefined && !problems.some(({ file }) => file === "trace.ndjson")) {
    found.push({ kind: "file", text: `trace.ndjson: ${end.failure}.` });
  }
  if (table.problemCount > 0) {
    const lines = table.problemRows.slice(0, shownLines).map((row) => row + 1);
    const more = table.problemCount > lines.length ? " The first of them:" : "";
    found.push({
      kind: "lines",
      text: `trace.ndjson: ${table.problemCount} of ${table.rowCount} lines cannot be used and are left out.${more}`,
      lines,
    });
  }
  const last = finalState(run);
  if (phase === "ready" && last !== undefined && !last.finished && manifest !== undefined) {
    if (ended.has(manifest.status)) {
      found.push({
        kind: "status",
        text: `The manifest says that the run is ${manifest.status}; the trace does not come to its end.`,
      });
    }
  }
  const torn = end?.torn;
  // Of a run that is followed this is so now and then, and told in the header: the panes shall not jump for it.
  if (torn !== undefined && (live !== "following" || found.length > 0)) {
    found.push({
      kind: "torn",
      text: `trace.ndjson: The last line ${
        torn.waits
          ? `is half written (${torn.bytes} bytes). It is left out until the rest comes.`
          : `does not end with LF (${torn.bytes} bytes): nobody can tell whether it is whole, and it is left out.`
      }`,
      lines: [table.rowCount + 1],
    });
  }
  return found;
}
