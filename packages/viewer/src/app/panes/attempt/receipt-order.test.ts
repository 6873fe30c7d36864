import type { AttemptView } from "@flow-bundle/schema";
import { expect, test } from "vitest";
import { receiptOrder } from "./receipt-order.ts";

const reference = { path: "artifacts/x.txt", mediaType: "text/plain", bytes: 1, sha256: "0" };
const view = {
  attemptId: "lint#1",
  nodeId: "lint",
  nodeType: "action",
  startedSeq: 1,
  startedAt: "2026-03-02T09:15:00.000Z",
  outcome: "ok",
  output: { inline: 1 },
  stdoutArtifact: reference,
  stderrArtifact: reference,
} satisfies AttemptView;

const titles = (attempt: AttemptView): string[] =>
  receiptOrder(attempt).map((receipt) => (receipt.kind === "output" ? "Output" : receipt.title));

test("what went well begins with its output", () => {
  expect(titles(view)).toEqual(["Output", "Standard output", "Standard error"]);
});

test("what went wrong begins with what says why", () => {
  expect(titles({ ...view, outcome: "failed", errorArtifact: reference })).toEqual([
    "Whole error",
    "Standard error",
    "Standard output",
    "Output",
  ]);
});

test("what is not there is not listed", () => {
  const { stdoutArtifact: _out, stderrArtifact: _err, ...bare } = view;
  expect(titles({ ...bare, output: null })).toEqual([]);
});
