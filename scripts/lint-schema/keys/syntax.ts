import { parseAst } from "vitest/node";
import { readText } from "../../lib/files.ts";

/** A node of the syntax tree (ESTree, with the TypeScript nodes). */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** A TypeScript file of the repository, parsed. */
export interface SyntaxFile {
  readonly program: SyntaxNode;
  /** Line of an offset, from 1. */
  line(offset: number): number;
}

/** Parses a TypeScript file. A syntax error names the file. */
export function parseFile(root: string, file: string): SyntaxFile {
  const text = readText(root, file);
  let program: SyntaxNode;
  try {
    program = parseAst(text, { lang: "ts" }) as unknown as SyntaxNode;
  } catch (cause) {
    throw new Error(`${file} could not be parsed`, { cause });
  }
  return { program, line: (offset) => text.slice(0, offset).split("\n").length };
}

/** Calls `enter` for the node and all below it, until it returns false for one: then not for what is below that one. */
export function walk(node: SyntaxNode, enter: (node: SyntaxNode) => boolean | void): void {
  if (enter(node) === false) return;
  for (const value of Object.values(node)) {
    const children = Array.isArray(value) ? value : [value];
    for (const child of children.filter(isNode)) walk(child, enter);
  }
}

/** The name that a property is written with, when it is not computed: `a`, `"a"`; of a member expression too. */
export function propertyName(node: SyntaxNode, field: "key" | "property"): string | undefined {
  const key = node[field];
  if (!isNode(key)) return undefined;
  if (key.type === "Identifier" && node["computed"] !== true) return String(key["name"]);
  return key.type === "Literal" && typeof key["value"] === "string" ? key["value"] : undefined;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
