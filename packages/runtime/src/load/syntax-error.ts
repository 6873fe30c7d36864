import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { extname } from "node:path";
import { sourceLine } from "./excerpt.ts";
import { framePlace, pathOf } from "./stack.ts";
import type { SourcePlace } from "./stack.ts";

/** A syntax error: where, the line, and what is wrong. */
export interface SyntaxMistake {
  readonly place: SourcePlace & { readonly source: string | undefined };
  readonly text: string;
}

/** Reads the place and the text out of the error of whichever parser came first; undefined when it is none. */
export function syntaxError(error: unknown, file: string): SyntaxMistake | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name, message, stack = "" } = error;
  const transform = ofTransform(message, file);
  if (transform !== undefined) return transform;
  // The scanner of tsx for JavaScript says nothing but that there is an error; node says more.
  const scanned = /^Parse error (.+):\d+:\d+$/.exec(message)?.[1];
  if (scanned !== undefined) return ofNode(pathOf(scanned) ?? file);
  if (name !== "SyntaxError") return undefined;
  return ofEngine(stack) ?? (framePlace(error) === undefined ? ofNode(file) : undefined);
}

/** esbuild: `path:line:column: ERROR: text`, with columns from 0. */
function ofTransform(message: string, file: string): SyntaxMistake | undefined {
  const match = /^(.+):(\d+):(\d+): ERROR: (.+)$/m.exec(message);
  if (match === null) return undefined;
  const [, path = "", line, column, text = ""] = match;
  const place = { file: realFile(path, file), line: Number(line), column: Number(column) + 1 };
  return { place: { ...place, source: sourceLine(place) }, text };
}

/** For esbuild, files that end with .mts and .cts are shown as .ts. */
function realFile(path: string, file: string): string {
  if (stem(path) === stem(file)) return file;
  const candidates = [path, `${stem(path)}.mts`, `${stem(path)}.cts`];
  return candidates.find((candidate) => existsSync(candidate)) ?? path;
}

function stem(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}

/** V8: the place, the line, a mark below it, and after that the error. */
function ofEngine(stack: string): SyntaxMistake | undefined {
  const match = /^(.+):(\d+)\n(.*)\n([ \t]*)(\^*)$[^]*?^SyntaxError: (.+)$/m.exec(stack);
  if (match === null) return undefined;
  const [, location = "", line, source, indent = "", mark, text = ""] = match;
  const file = pathOf(location);
  if (file === undefined) return undefined;
  // In very long lines the mark is missing.
  const column = mark === "" ? {} : { column: indent.length + 1 };
  return { place: { file, line: Number(line), ...column, source }, text };
}

/** Of modules V8 tells no place, unless the process dies of it. */
function ofNode(file: string): SyntaxMistake | undefined {
  return ofEngine(spawnSync(process.execPath, ["--check", file], { encoding: "utf8" }).stderr);
}
