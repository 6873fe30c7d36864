import type { Paint } from "../colour.ts";

const labelWidth = 9;

/** A label, with lines that stand under each other. */
export function field(paint: Paint, label: string, lines: readonly string[]): readonly string[] {
  const [first = "", ...others] = lines;
  const indent = " ".repeat(labelWidth + 4);
  return [
    `  ${paint("dim", label.padEnd(labelWidth))}  ${first}`.trimEnd(),
    ...others.map((line) => `${indent}${line}`.trimEnd()),
  ];
}
