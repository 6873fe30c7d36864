import { expect, test } from "vitest";
import type { RunEnd } from "../../engine/run-options.ts";
import { nextCommands } from "../next-commands.ts";
import { shellWord } from "./shell-word.ts";
import { summaryLines } from "./summary.ts";

function end(fields: Partial<RunEnd>, outcome: "ok" | "failed" = "ok", output?: unknown): RunEnd {
  const at = "2026-01-01T00:00:00.000Z";
  const lastAttempt = { attemptId: "a b#1", nodeId: "a b", outcome };
  const finishedAt = "2026-01-01T00:00:02.500Z";
  const record = { startedAt: at, finishedAt, attempts: [lastAttempt], lastAttempt };
  return {
    path: "/runs/r 1",
    runId: "r 1",
    status: "completed",
    record: record as unknown as RunEnd["record"],
    state: {} as RunEnd["state"],
    ...(output !== undefined && { output }),
    ...fields,
  };
}
const lines = (run: RunEnd) =>
  summaryLines(run, nextCommands(undefined), (_, text) => text).join("\n");

test("completed", () => {
  expect(lines(end({}, "ok", { list: Array.from({ length: 40 }, (_, index) => index) }))).toBe(
    `completed  1 attempt, 2.5 s
  output  {
            "list": [
${Array.from({ length: 10 }, (_, index) => `              ${index},`).join("\n")}
          … (32 more lines; see flow show)
  bundle  /runs/r 1

  flow show 'r 1'
  bundle-validate '/runs/r 1'`,
  );
});

test("failed: where, and what to look at", () => {
  expect(lines(end({ status: "failed", error: "no\nluck" }, "failed")))
    .toBe(`failed at a b#1  1 attempt, 2.5 s
  error   no
          luck
  bundle  /runs/r 1

  flow show 'r 1' 'a b#1'
  bundle-validate '/runs/r 1'`);
});

test("failed between two attempts: there is no place", () => {
  expect(lines(end({ status: "failed", error: "x" }))).toMatch(/^failed {2}1 attempt/);
});

test("waiting: how to go on", () => {
  const text = lines(end({ status: "waiting", waitingOn: "ask" }, "ok", { checkpoint: "ask" }));
  expect(text).toMatch(/^waiting for ask {2}1 attempt/);
  expect(text).toContain("  flow resume 'r 1' --input-json JSON\n  flow show 'r 1'\n");
});

test("words of a shell", () => {
  expect(["a", "a#1", "it's", "$(x)", "a\u001b[2J"].map(shellWord)).toEqual([
    "a",
    "'a#1'",
    "'it'\\''s'",
    "'$(x)'",
    "'a\\u001b[2J'",
  ]);
});
