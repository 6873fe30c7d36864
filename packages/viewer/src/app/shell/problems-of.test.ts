import { expect, test } from "vitest";
import { openingRun } from "../state/reducer.ts";
import type { RunState } from "../state/state.ts";
import { filesSource } from "../source/files-source.ts";
import { TraceTable } from "../trace/trace-table.ts";
import { problemsOf } from "./problems-of.ts";

const base = openingRun("r", { kind: "files", name: "r", files: [] }, filesSource("r", []));
const run = (fields: Partial<RunState>): RunState => ({ ...base, phase: "ready", ...fields });
const torn = { torn: { offset: 10, bytes: 20, waits: true }, failure: undefined };

test("nothing is said about what is in order", () => {
  expect(problemsOf(run({}))).toEqual([]);
});

test("half a line is told, and not above the panes while the run is followed", () => {
  expect(problemsOf(run({ end: torn }))).toMatchObject([{ kind: "torn" }]);
  expect(problemsOf(run({ end: torn, live: "following" }))).toEqual([]);
});

test("what comes after the last LF of a run that has ended is told as left out, and can be looked at", () => {
  const end = { torn: { ...torn.torn, waits: false }, failure: undefined };
  expect(problemsOf(run({ end }))).toMatchObject([
    { kind: "torn", text: expect.stringMatching(/does not end with LF .* left out/), lines: [1] },
  ]);
});

test("a file that cannot be read is named once", () => {
  const problems = [{ file: "trace.ndjson", message: "This is a folder" }];
  const end = { torn: undefined, failure: "This is a folder" };
  expect(problemsOf(run({ problems, end })).map(({ text }) => text)).toEqual([
    "trace.ndjson: This is a folder.",
  ]);
  expect(problemsOf(run({ end }))).toHaveLength(1);
});

test("lines that cannot be used are counted, and the first can be looked at", () => {
  const table = new TraceTable();
  table.problemCount = 7;
  table.problemRows.push(0, 4, 5, 6, 7, 8, 9);
  expect(problemsOf(run({ table }))).toMatchObject([{ kind: "lines", lines: [1, 5, 6, 7, 8] }]);
});

test("a manifest that says more than the trace is told", () => {
  const table = new TraceTable();
  table.changes.push({
    row: 0,
    status: "running",
    waitingOn: undefined,
    statusDetail: undefined,
    openAttempt: -1,
    error: undefined,
    finished: false,
  });
  const manifest = {
    runId: "r",
    flowName: "f",
    startedAt: "",
    status: "completed",
    specVersion: "1.1",
    raw: {},
  };
  expect(problemsOf(run({ table, manifest }))).toMatchObject([{ kind: "status" }]);
  expect(problemsOf(run({ table, manifest: { ...manifest, status: "running" } }))).toEqual([]);
});
