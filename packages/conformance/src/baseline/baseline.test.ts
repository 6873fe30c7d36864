import { describe, expect, test } from "vitest";
import type { CheckResult } from "../generated/types.ts";
import { applyBaseline, baselineSchema, parseBaseline } from "./baseline.ts";

const result = (caseId: string, status: CheckResult["status"], message?: string): CheckResult => ({
  caseId,
  checkId: "reader/view",
  requirements: [],
  capabilities: [],
  status,
  ...(message !== undefined && { message }),
});

function apply(results: readonly CheckResult[], caseId: string, message: string) {
  const known = [{ caseId, checkId: "reader/view", message, reason: "issue 7" }];
  const ids = new Set(["reader/a", "reader/b"]);
  return applyBaseline(results, { schema: baselineSchema, role: "reader", known }, ids);
}

describe("a baseline", () => {
  test("makes a listed failure a known one, and no other", () => {
    const failures = [result("reader/a", "fail", "m"), result("reader/b", "fail", "m")];
    const { results, shortcomings } = apply(failures, "reader/a", "m");
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ["known-failure", "issue 7"],
      ["fail", undefined],
    ]);
    expect(shortcomings).toEqual([]);
  });

  test("covers broken answers too", () => {
    const { results } = apply(
      [result("reader/a", "broken", "timeout: …")],
      "reader/a",
      "timeout: …",
    );
    expect(results[0]?.status).toBe("known-failure");
  });

  test("is broken by another message", () => {
    const { results } = apply([result("reader/a", "fail", "new")], "reader/a", "old");
    expect(results[0]).toMatchObject({
      status: "fail",
      message: "new",
      detail: expect.stringContaining("old"),
    });
  });

  test("is broken by a listed check that passes", () => {
    const { results } = apply([result("reader/a", "pass")], "reader/a", "m");
    expect(results[0]).toMatchObject({ status: "unexpected-pass", reason: "issue 7" });
  });

  test("says which entries fit nothing; of cases that did not run it says nothing", () => {
    expect(apply([result("reader/b", "pass")], "reader/a", "m").shortcomings).toEqual([]);
    expect(apply([], "reader/gone", "m").shortcomings).toEqual([
      "the baseline lists reader/gone reader/view: there is no such case",
    ]);
    const other = { ...result("reader/a", "pass"), checkId: "reader/torn" };
    expect(apply([other], "reader/a", "m").shortcomings).toEqual([
      "the baseline lists reader/a reader/view: the check says nothing about the case any more",
    ]);
  });

  test.each([
    ["{", /JSON/],
    ["{}", /"schema" is missing/],
    [
      JSON.stringify({ schema: baselineSchema, role: "reader", known: [{ caseId: "a" }] }),
      /"reason"/,
    ],
    [JSON.stringify({ schema: baselineSchema, role: "validator", known: [] }), /for a validator/],
  ])("is refused: %s", (text, message) => {
    expect(() => parseBaseline(text, "reader")).toThrow(message);
  });
});
