import { memorySource, type BundleSource } from "@flow-bundle/bundle";
import { describe, expect, test } from "vitest";
import { RepeatedSteps } from "./repeated-steps.ts";

const steps = [
  { attemptId: "a#1", output: { text: 'é "steps": []\n' } },
  { attemptId: "a#2", list: [[1], {}] },
];
const document = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const path = "projections/run.json";

/** A source that yields blocks of one size. */
function inBlocksOf(size: number, text: string): BundleSource {
  const bytes = encode(text);
  return {
    ...memorySource("bundle", new Map([[path, bytes]])),
    async *blocks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

async function read(run: string, stepsText = document(steps), size = 64, options = {}) {
  const repeated = new RepeatedSteps();
  repeated.parseSteps(encode(stepsText), options);
  const result = await repeated.readRun(inBlocksOf(size, run), path, options);
  expect(repeated.isLiteral).toBe(result !== undefined);
  return result?.value;
}

describe("a literal repetition", () => {
  test.each([1, 2, 3, 7, 64, 1000])("is left out, in blocks of %i bytes", async (size) => {
    const run = { runId: "é", outputs: { a: { steps: [1] } }, steps, status: "completed" };
    const expected = { ...run, steps: [] };
    expect(await read(document(run), document(steps), size)).toEqual(expected);
  });

  test("of no steps", async () => {
    expect(await read(document({ steps: [], a: 1 }), "[]\n")).toEqual({ steps: [], a: 1 });
  });
});

describe("anything else is read the usual way", () => {
  const [first] = steps;
  test.each([
    ["other steps", document({ steps: [first] })],
    ["one more", document({ steps: [...steps, first] })],
    ["none", document({ steps: [] })],
    ["no such member", document({ runId: "r" })],
    ["a member of something else", document({ inner: { steps } })],
    ["other indentation", JSON.stringify({ a: 1, steps }, null, 4)],
    ["no indentation", JSON.stringify({ steps })],
    ["a key that occurs twice", document({ steps }).replace("{", '{\n  "steps": [],')],
    [
      "a key that occurs twice, afterwards",
      document({ steps, a: 1 }).replace('"a": 1', '"steps": 1'),
    ],
    ["a text that ends early", document({ steps }).slice(0, 60)],
    ["something behind it", document({ steps, a: 1 }).replace(/\](?=,\n {2}"a")/, "]5")],
    ["a stand-in that was there before", document({ steps: "steps.json has them" })],
  ])("%s", async (_, run) => {
    expect(await read(run)).toBeUndefined();
  });

  test("bytes that are not UTF-8", async () => {
    const repeated = new RepeatedSteps();
    repeated.parseSteps(encode(document(steps)), {});
    const bytes = encode(document({ steps, a: "?" })).map((byte) => (byte === 0x3f ? 0xff : byte));
    const source = memorySource("bundle", new Map([[path, bytes]]));
    expect(await repeated.readRun(source, path, {})).toBeUndefined();
  });

  test("steps with a problem of their own, in their text or by their schema", async () => {
    expect(await read(document({ steps: [1] }), "[\n  1e400\n]")).toBeUndefined();
    const repeated = new RepeatedSteps();
    repeated.parseSteps(encode(document(steps)), {});
    const problem = { ruleId: "x", pointer: "", message: "", keyword: "type" };
    repeated.checkSteps(() => [problem])(steps);
    expect(await repeated.readRun(inBlocksOf(64, document({ steps })), path, {})).toBeUndefined();
  });

  test("steps that are as deep as they may be: in run.json they are too deep", async () => {
    const deep = [{ a: [[[]]] }];
    expect(
      await read(document({ steps: deep }), document(deep), 64, { allowedDepth: 6 }),
    ).toBeDefined();
    expect(
      await read(document({ steps: deep }), document(deep), 64, { allowedDepth: 5 }),
    ).toBeUndefined();
  });
});
