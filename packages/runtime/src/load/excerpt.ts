import { readFileSync } from "node:fs";
import { printable } from "@flow-bundle/bundle";
import type { SourcePlace } from "./stack.ts";

const widest = 100;

/** A line of a source file; undefined when it cannot be read. */
export function sourceLine({ file, line }: SourcePlace): string | undefined {
  try {
    return readFileSync(file, "utf8").split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}

/** Two lines: the source, and a mark below the place. Nothing when the source is not known. */
export function excerptOf({
  column,
  source,
}: SourcePlace & { readonly source: string | undefined }): string {
  if (source === undefined || source.trim() === "") return "";
  const end = column ?? 1;
  const from = Math.max(0, end - widest);
  const shown = show(source.slice(from, from + widest + 20));
  if (column === undefined) return `\n  ${shown}`;
  return `\n  ${shown}\n  ${" ".repeat(show(source.slice(from, column - 1)).length)}^`;
}

function show(text: string): string {
  return printable(text.replaceAll("\t", " "));
}
