import { describe, expect, test } from "vitest";
import { loadValidators, type SchemaProblem } from "./index.ts";

const v10 = await loadValidators("1.0");
const v11 = await loadValidators("1.1");
const event = {
  seq: 1,
  at: "2026-03-01T09:30:00.000Z",
  runId: "r1",
  scope: "run",
  type: "run_completed",
  payload: { status: "completed" },
};
const messages = (problems: readonly SchemaProblem[]) => problems.map(({ message }) => message);

describe("a check", () => {
  test("returns one shared frozen empty list for every valid value", () => {
    const first = v10.event("run_completed")(event);
    expect(first).toEqual([]);
    expect(Object.isFrozen(first)).toBe(true);
    expect(v11.event("made_up")({ ...event, type: "made_up" })).toBe(first);
  });

  test("never throws, whatever it gets", () => {
    for (const value of [
      null,
      undefined,
      1,
      "x",
      true,
      [],
      {},
      [[]],
      Object.create(null),
      JSON.parse('{"__proto__":{"runId":1}}'),
    ]) {
      for (const name of [
        "manifest",
        "flow",
        "run-projection",
        "live-projection",
        "steps-projection",
      ] as const) {
        expect(Array.isArray(v11.document(name)(value))).toBe(true);
      }
      expect(v11.event("node_outcome")(value).length).toBeGreaterThan(0);
      expect(v11.event("__proto__")(value).length).toBeGreaterThan(0);
      expect(v11.event("constructor")(value).length).toBeGreaterThan(0);
    }
  });

  test("treats __proto__ as an ordinary key", () => {
    const flow = {
      schema: "acpx.flow-definition-snapshot.v1",
      name: "f",
      startAt: "__proto__",
      nodes: {},
      edges: [],
    };
    const check = v10.document("flow");
    const good = JSON.parse(
      JSON.stringify(flow).replace(
        '"nodes":{}',
        '"nodes":{"__proto__":{"nodeType":"compute","hasRun":true}}',
      ),
    );
    expect(check(good)).toEqual([]);
    const bad = JSON.parse(
      JSON.stringify(flow).replace('"nodes":{}', '"nodes":{"__proto__":{"nodeType":1},"a/b~":7}'),
    );
    expect(check(bad)).toEqual([
      {
        ruleId: "flow/nodes",
        pointer: "/nodes/__proto__/nodeType",
        message: "`nodeType` must be a string; found 1",
        expected: "a string",
        actual: 1,
        keyword: "type",
      },
      expect.objectContaining({
        pointer: "/nodes/a~1b~0",
        message: "`a/b~` must be an object; found 7",
      }),
    ]);
  });
});

describe("problems", () => {
  test("point at the value and tell what was expected and found", () => {
    expect(
      v11.event("run_completed")({ ...event, at: "yesterday", payload: { status: "Completed" } }),
    ).toEqual([
      {
        ruleId: "trace/timestamp",
        pointer: "/at",
        message: '`at` must be a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ; found "yesterday"',
        expected: "a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ",
        actual: "yesterday",
        keyword: "pattern",
      },
      {
        ruleId: "trace/run-completed-payload",
        pointer: "/payload/status",
        message: '`status` must be "completed"; found "Completed"',
        expected: "completed",
        actual: "Completed",
        instead: "completed",
        keyword: "const",
      },
    ]);
  });

  test("gather the keys that an object lacks", () => {
    expect(messages(v10.event("run_completed")({ type: "run_completed" }))).toEqual([
      "`seq`, `at`, `runId`, `scope` and `payload` are missing",
    ]);
    expect(
      messages(v10.event("run_failed")({ ...event, type: "run_failed", payload: {} })),
    ).toEqual(["`status` and `error` are missing in `payload`"]);
  });

  test("name the right name beside a wrong one, and do not call it missing too", () => {
    const { runId, ...rest } = event;
    expect(v10.event("run_completed")({ ...rest, run_id: runId })).toEqual([
      {
        ruleId: "trace/wrong-name",
        pointer: "/run_id",
        message: "`run_id` is not a field of the format",
        expected: "runId",
        actual: "r1",
        instead: "runId",
        keyword: "not",
      },
    ]);
    expect(v10.event("run_completed")({ ...rest, RunId: runId })).toEqual([
      {
        ruleId: "trace/envelope",
        pointer: "",
        message: "`runId` is missing; found `RunId`",
        expected: "runId",
        instead: "runId",
        keyword: "required",
      },
    ]);
  });

  test("cut what they found", () => {
    const [problem] = v10.event("run_completed")({
      ...event,
      payload: { status: "x".repeat(1e6) },
    });
    expect(problem?.message.length).toBeLessThan(200);
    expect(problem?.message).toContain("…");
  });

  test("tell items of lists by their place", () => {
    const manifest = { schema: "acpx.flow-run-bundle.v1", sessions: [{}, 7] };
    expect(messages(v10.document("manifest")(manifest))).toContain(
      "item 2 of `sessions` must be an object; found 7",
    );
  });
});

describe("a value with very many faults", () => {
  test("is checked in a time that grows with its size, and not all are listed", () => {
    const started = performance.now();
    const problems = v11.document("steps-projection")(Array.from({ length: 1_000_000 }, () => 0));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({
      ruleId: "projection/steps-shape",
      pointer: "",
      message: "further problems are not listed: there are more than 1000",
    });
  });

  test("has all of them listed while they are fewer", () => {
    const problems = v11.document("steps-projection")(Array.from({ length: 900 }, () => 0));
    expect(problems).toHaveLength(900);
  });
});
