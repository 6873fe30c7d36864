import { parseStrict, printable } from "@flow-bundle/bundle";
import type { Answer } from "../generated/types.ts";
import { shapeProblems } from "./shape.ts";

/** Why what an adapter said is no answer. */
export interface NoAnswer {
  readonly reason: "no-answer" | "not-utf8" | "not-json" | "wrong-shape";
  readonly detail: string;
}

/** Nesting that an answer may have: a view holds values of bundles, which readers need to read up to 1,000 levels. */
const maxDepth = 1_100;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads what an adapter wrote to its standard output. */
export function readAnswer(output: Uint8Array): { readonly answer: Answer } | NoAnswer {
  let text: string;
  try {
    text = utf8.decode(output);
  } catch {
    return { reason: "not-utf8", detail: "standard output is not UTF-8" };
  }
  if (text.trim() === "") return { reason: "no-answer", detail: "standard output is empty" };
  const { value, problems } = parseStrict(text, { maxDepth, maxProblems: 1 });
  if (value === undefined) {
    const why = problems[0]?.message ?? "it cannot be read";
    return { reason: "not-json", detail: `standard output is not one JSON value: ${why}` };
  }
  const wrong = shapeProblems("answer", value);
  if (wrong.length > 0) return { reason: "wrong-shape", detail: printable(wrong.join("; ")) };
  return { answer: value as Answer };
}
