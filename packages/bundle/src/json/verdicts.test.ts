import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocument } from "./document.ts";
import { parseStrict } from "./parse.ts";
import type { JsonOptions, JsonProblemCode, JsonResult } from "./problem.ts";
import { scan } from "./scan.ts";

/** One text and its verdict. `valid` is what RFC 8259 says of it; `problems` is what strict JSON forbids, in order. */
interface Case {
  name: string;
  text?: string;
  repeat?: [string, number][];
  base64?: string;
  options?: JsonOptions;
  valid: boolean;
  problems: JsonProblemCode[];
}

const folder = new URL("../../../../fixtures/json/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const refusals = new Set<JsonProblemCode>(["syntax", "invalid-utf8", "depth-limit", "size-limit"]);

describe.each(files)("%s", (file) => {
  const { cases } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { cases: Case[] };
  test.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const { text, result } = read(one);
    expect(result.problems.map(({ code }) => code)).toEqual(one.problems);
    expect(one.problems.includes("syntax") || one.problems.includes("invalid-utf8")).toBe(
      !one.valid && !one.problems.some((code) => code.endsWith("-limit")),
    );
    if (text === undefined) return;
    const withoutBom = text.replace(/^\ufeff/, "");
    expect(acceptedByPlatform(withoutBom)).toBe(one.valid);
    const isRefused = one.problems.some((code) => refusals.has(code));
    expect(result.value).toEqual(isRefused ? undefined : JSON.parse(withoutBom));
    // The exact scan alone says the same as fast check and scan together.
    const scanned = scan(withoutBom, one.options).problems.map(({ code }) => code);
    expect(scanned).toEqual(one.problems.filter((code) => code !== "bom"));
  });
});

test("the table is a long one", () => {
  const all = files.flatMap(
    (file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")).cases,
  );
  expect(all.length).toBeGreaterThan(350);
});

function read(one: Case): { text: string | undefined; result: JsonResult } {
  if (one.base64 !== undefined) {
    const result = parseDocument(Buffer.from(one.base64, "base64"), one.options);
    return { text: result.text, result };
  }
  const text = one.text ?? one.repeat?.map(([part, times]) => part.repeat(times)).join("") ?? "";
  return { text, result: parseStrict(text, one.options) };
}

function acceptedByPlatform(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
