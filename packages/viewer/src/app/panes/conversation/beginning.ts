const mostLines = 14;
const mostCharacters = 1600;
/** So much more is not worth hiding. */
const slack = 4;

/** The part of a long text that is shown first. */
export interface Beginning {
  readonly shown: string;
  /** Lines that are not shown at all. */
  readonly hiddenLines: number;
  readonly hiddenCharacters: number;
}

/** The beginning of a text, cut at a line end where there is one; undefined when the text is short enough as a whole. */
export function beginningOf(text: string): Beginning | undefined {
  const lines = countLines(text);
  if (lines <= mostLines + slack && text.length <= 1.25 * mostCharacters) return undefined;
  let end = 0;
  for (let line = 0; line < mostLines; line++) {
    const next = text.indexOf("\n", end);
    if (next === -1 || next >= mostCharacters) break;
    end = next + 1;
  }
  // One line that is longer than everything that is shown.
  if (end === 0) end = Math.min(text.length, mostCharacters);
  const shown = text.slice(0, end).replace(/\n$/, "");
  const hiddenLines = Math.max(0, lines - countLines(shown));
  return { shown, hiddenLines, hiddenCharacters: text.length - end };
}

function countLines(text: string): number {
  let lines = text.endsWith("\n") || text === "" ? 0 : 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
