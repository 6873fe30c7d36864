import { printable } from "@flow-bundle/bundle";

/** How much of a text is shown. */
export interface ExcerptLimits {
  readonly lines: number;
  /** UTF-16 units of one line. */
  readonly columns: number;
}

/** What a page shows of a large text unless asked for all. */
export const pageLimits: ExcerptLimits = { lines: 20, columns: 400 };

/** No limits. */
export const noLimits: ExcerptLimits = { lines: Infinity, columns: Infinity };

/**
 * The lines of a text from a bundle, safe to print. When some are left out, the last line says how many, and in `more`
 * what shows them.
 */
export function excerpt(text: string, limits: ExcerptLimits, more = ""): readonly string[] {
  const lines = text.split("\n");
  // The line feed at the end of a text is no empty line.
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  const kept = lines.slice(0, limits.lines);
  const shown = kept.map((line) =>
    printable(line.replace(/\r$/, "").replaceAll("\t", "    "), { max: limits.columns }),
  );
  const cut = kept.some((line) => line.length > limits.columns);
  const missing = lines.length - kept.length;
  if (missing > 0) shown.push(`… (${missing} more ${missing === 1 ? "line" : "lines"}${more})`);
  else if (cut && more !== "") shown.push(`…${more.replace(/^[,;]? */, " (")})`);
  return shown;
}

/** The first line of a text, safe to print and no longer than `max` UTF-16 units. */
export function firstLine(text: string, max = 100): string {
  const [line = ""] = text.trimStart().split("\n", 1);
  return shorten(printable(line.trimEnd(), { max: 10_000 }), max);
}

/** Cuts a text that is safe to print, with `…` at its end. */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, Math.max(0, max - 1)).trimEnd()}…`;
}
