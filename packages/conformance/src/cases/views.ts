import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Expectation } from "../generated/types.ts";
import { corpusFolder } from "./places.ts";

const files = new Map<string, readonly string[]>();

/** The view-model that a case expects. */
export function expectedView({ file, line }: NonNullable<Expectation["view"]>): unknown {
  let lines = files.get(file);
  if (lines === undefined) {
    const text = readFileSync(join(corpusFolder, file), "utf8");
    lines = line === undefined ? [text] : text.split("\n");
    files.set(file, lines);
  }
  return JSON.parse(lines[(line ?? 1) - 1] ?? "");
}
