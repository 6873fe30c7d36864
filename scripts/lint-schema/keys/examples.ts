import { parseMarkdown, type CodeBlock } from "../../lib/markdown.ts";
import { isObject, listFiles, readText } from "../../lib/files.ts";
import type { OwnKey } from "./key.ts";
import { shapeOf, walkOwnKeys, type DocumentName } from "./shapes.ts";

/**
 * Our keys in the JSON examples of the texts: those that a comment names (`<!-- example: manifest 1.1 -->`), and those
 * that it does not, or calls a part (`none`): they are taken for the document of ours that has such keys. `other` says
 * that an example is none of ours. Rules show bad examples under "Bad"; texts below `fixtures/` show the formats of test
 * data. `place` is the line.
 */
export function exampleKeys(root: string): OwnKey[] {
  const keys: OwnKey[] = [];
  for (const file of listFiles(root, "", "**/*.md")) {
    if (file.startsWith("fixtures/")) continue;
    for (const block of parseMarkdown(readText(root, file)).blocks) {
      if (block.language !== "json" && block.language !== "ndjson") continue;
      if (file.startsWith("spec/rules/") && block.section.startsWith("Bad")) continue;
      for (const { key, line } of blockKeys(block)) keys.push({ key, file, place: `line ${line}` });
    }
  }
  return keys;
}

function* blockKeys(block: CodeBlock): Generator<{ key: string; line: number }> {
  const name = /^example:\s*(\S+)/.exec(block.comment ?? "")?.[1];
  if (name === "other") return;
  const lines = block.language === "ndjson" ? block.text.split("\n") : [block.text];
  for (const [index, text] of lines.entries()) {
    const document = parse(text);
    const shape = shapeOf(name === undefined || name === "none" ? guess(document) : name, document);
    if (shape === undefined) continue;
    const found: string[] = [];
    walkOwnKeys(document, shape, (key) => found.push(key));
    const first = block.line + 1 + index;
    for (const key of found) {
      const offset = block.language === "json" ? lineOf(text, key) : 0;
      yield { key, line: first + offset };
    }
  }
}

/** The document whose opaque places an unnamed example has. */
function guess(document: unknown): DocumentName {
  const sample: unknown = Array.isArray(document) ? document[0] : document;
  const has = (key: string): boolean => isObject(sample) && Object.hasOwn(sample, key);
  if (has("payload")) return "trace-event";
  if (has("nodes") && has("edges")) return "flow";
  if (has("message")) return "session-event";
  if (["messages", "eventLog", "User", "Agent"].some(has)) return "session-record";
  if (has("results") || has("outputs")) return "run-projection";
  if (has("output")) return "step";
  return Array.isArray(document) ? "steps-projection" : "manifest";
}

/** Line of the key's first use, from 0. */
function lineOf(text: string, key: string): number {
  return Math.max(
    0,
    text.split("\n").findIndex((line) => line.includes(`${JSON.stringify(key)}:`)),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
