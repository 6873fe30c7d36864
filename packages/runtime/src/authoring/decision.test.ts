import * as peer from "acpx/flows";
import { describe, expect, test } from "vitest";
import { FlowError } from "../errors.ts";
import * as own from "./index.ts";
import type { FlowNodeContext } from "./index.ts";

const choices = ["merge", 'close the "request"', "ask\nagain"] as const;
const context = { input: 7, outputs: {} } as unknown as FlowNodeContext;

const definitions: Record<string, unknown> = {
  plain: { question: "Well?", choices },
  "one choice": { question: "Well?", choices: ["yes"] },
  "choices that differ in case": { question: "Well?", choices: ["a", "A"] },
  "a blank choice": { question: "Well?", choices: [" "] },
  field: { question: "Well?", choices, field: "verdict_2" },
  "the field __proto__": { question: "Well?", choices, field: "__proto__" },
  options: {
    question: "Well?",
    choices,
    profile: "p",
    cwd: "/x",
    session: { isolated: true },
    timeoutMs: 5,
    heartbeatMs: 6,
    statusDetail: "s",
  },
  "a question that is empty": { question: "", choices },
  "no choices": { question: "Well?" },
  "empty choices": { question: "Well?", choices: [] },
  duplicates: { question: "Well?", choices: ["a", "b", "a"] },
  "an empty choice": { question: "Well?", choices: ["a", ""] },
  "a number": { question: "Well?", choices: [1] },
  "an empty field": { question: "Well?", choices, field: "" },
  "a path as field": { question: "Well?", choices, field: "a.b" },
  "a field with blanks": { question: "Well?", choices, field: " a " },
  "a digit first": { question: "Well?", choices, field: "1a" },
  "a field that is no text": { question: "Well?", choices, field: 5 },
  "a bad option": { question: "Well?", choices, timeoutMs: "5" },
  nothing: undefined,
};

describe.each(Object.entries(definitions))("decision: %s", (_, definition) => {
  test("is made or refused as by acpx", () => {
    const theirs = attempt(() => peer.decision(definition as never));
    const ours = attempt(() => own.decision(definition as never));
    expect(withoutFunctions(ours)).toEqual(withoutFunctions(theirs));
  });
});

describe.each([undefined, "verdict", "__proto__", "toString"])("answers, field %s", (field) => {
  const definition = { question: "Well?", choices, ...(field !== undefined && { field }) };
  const name = field ?? "route";

  test.each([
    `{"${name}":"merge"}`,
    `{"${name}":"ask\\nagain","reason":"x"}`,
    `{"${name}":"MERGE"}`,
    `{"${name}":" merge "}`,
    `{"${name}":1}`,
    `{"${name}":["merge"]}`,
    `{"${name}":null}`,
    `{"${name}":"merge","${name}":"no"}`,
    `[{"${name}":"merge"}]`,
    `\`\`\`json\n{"${name}":"merge"}\n\`\`\``,
    `Sure: {"${name}":"merge"}. Done.`,
    `{"x":1} {"${name}":"merge"}`,
    "merge",
    '"merge"',
    "{}",
    "[]",
    "null",
    "",
  ])("%s", (answer) => {
    const theirs = attempt(() => peer.decision(definition).parse?.(answer, context as never));
    const ours = attempt(() => own.decision(definition).parse?.(answer, context));
    expect(ours).toEqual(theirs);
  });
});

test("the prompt has the question, every choice as JSON, the field, and demands JSON", async () => {
  const node = own.decision({
    question: async ({ input }) => `Shall we take ${String(input)}?`,
    choices,
    field: "verdict",
  });
  const prompt = await node.prompt(context);
  expect(prompt).toMatch(/^Shall we take 7\?\n/);
  for (const choice of choices) expect(prompt).toContain(JSON.stringify(choice));
  expect(prompt).toContain('"verdict"');
  expect(prompt).toContain('"reason"');
  expect(prompt).toMatch(/JSON object and nothing else/);
});

test("the example in the prompt would be accepted", async () => {
  for (const field of ["route", "__proto__"]) {
    const node = own.decision({ question: "Well?", choices, field });
    const example = own.extractJsonObject(
      String(await node.prompt(context)).split("example:")[1] ?? "",
    );
    expect(node.parse?.(JSON.stringify(example), context)).toEqual(example);
  }
});

test("choices are those of the moment", async () => {
  const some = ["a"];
  const node = own.decision({ question: "Well?", choices: some });
  some.push("b");
  expect(await node.prompt(context)).not.toContain('"b"');
});

const cases = { merge: "a", [choices[1]]: "b", [choices[2]]: "c" };
const edges: Record<string, unknown> = {
  plain: { from: "x", choices, cases },
  field: { from: "x", choices, cases, field: "verdict" },
  "a case too many": { from: "x", choices, cases: { ...cases, more: "d" } },
  "keys of one's own": { from: "x", choices, cases, label: "l" },
  "a case missing": { from: "x", choices, cases: { merge: "a" } },
  "a case that every object has": { from: "x", choices: ["toString"], cases: {} },
  "no cases": { from: "x", choices },
  "no choices": { from: "x", cases },
  "empty choices": { from: "x", choices: [], cases },
  duplicates: { from: "x", choices: ["merge", "merge"], cases },
  "a bad field": { from: "x", choices, cases, field: "a.b" },
  nothing: undefined,
};

test.each(Object.entries(edges))("decisionEdge: %s", (_, definition) => {
  const theirs = attempt(() => peer.decisionEdge(definition as never));
  expect(attempt(() => own.decisionEdge(definition as never))).toEqual(theirs);
});

test("what is refused is told", () => {
  const message = (run: () => unknown) => {
    try {
      run();
      return undefined;
    } catch (error) {
      if (error instanceof FlowError && error.code === "definition") return error.message;
      throw error;
    }
  };
  expect(message(() => own.decision({ question: "Well?", choices: [] }))).toBe(
    "decision(): choices: expected at least one; found none",
  );
  expect(message(() => own.decision({ question: "Well?", choices: ["a", "a"] }))).toBe(
    'decision(): choices[1]: "a" stands there twice',
  );
  expect(
    message(() => own.decisionEdge({ from: "x", choices: ["a"], cases: {} as { a: string } })),
  ).toBe('decisionEdge(): cases: there is no case for the choice "a"');
  // acpx would send the text "undefined" to the agent.
  expect(message(() => own.decision({ choices: ["a"] } as never))).toBe(
    "decision(): question: expected a string or a function; found nothing",
  );
});

function attempt<T>(run: () => T): T | string {
  try {
    return run();
  } catch {
    return "refused";
  }
}

/** A node with its functions as words; theirs and ours are different ones. */
function withoutFunctions(node: object | string): unknown {
  if (typeof node === "string") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      typeof value === "function" ? "function" : value,
    ]),
  );
}
