import { listFiles, readText } from "../../lib/files.ts";
import type { OwnKey } from "./key.ts";
import { shapeOf, walkOwnKeys } from "./shapes.ts";

/** Documents of a bundle by their place in it. */
const documents: readonly (readonly [RegExp, string])[] = [
  [/\/manifest\.json$/, "manifest"],
  [/\/flow\.json$/, "flow"],
  [/\/trace\.ndjson$/, "trace-event"],
  [/\/projections\/run\.json$/, "run-projection"],
  [/\/projections\/live\.json$/, "live-projection"],
  [/\/projections\/steps\.json$/, "steps-projection"],
  [/\/sessions\/[^/]+\/binding\.json$/, "session-binding"],
  [/\/sessions\/[^/]+\/events\.ndjson$/, "session-event"],
];

/**
 * Our keys in the golden bundles. Those below `fixtures/invalid` are wrong on purpose, and those below
 * `fixtures/third-party` were written by others: both are left to the validator. `place` is the line (of NDJSON) and a
 * JSON Pointer.
 */
export function documentKeys(root: string): OwnKey[] {
  const keys: OwnKey[] = [];
  for (const folder of ["fixtures/valid", "fixtures/warn"]) {
    for (const file of listFiles(root, folder, "**/*.{json,ndjson}")) {
      const name = documents.find(([pattern]) => pattern.test(file))?.[1];
      if (name === undefined) continue;
      for (const { value, line } of values(readText(root, file), file.endsWith(".ndjson"))) {
        const shape = shapeOf(name, value);
        if (shape === undefined) continue;
        walkOwnKeys(value, shape, (key, pointer) =>
          keys.push({
            key,
            file,
            place: line === undefined ? pointer : `line ${line}, ${pointer}`,
          }),
        );
      }
    }
  }
  return keys;
}

/** The values of a document or of its lines. What is not JSON, such as a torn tail, has no keys. */
function* values(text: string, lines: boolean): Generator<{ value: unknown; line?: number }> {
  if (!lines) {
    const value = parse(text);
    if (value !== undefined) yield { value };
    return;
  }
  for (const [index, line] of text.split("\n").entries()) {
    const value = parse(line);
    if (value !== undefined) yield { value, line: index + 1 };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
