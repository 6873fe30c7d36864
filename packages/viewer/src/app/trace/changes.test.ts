import { expect, test } from "vitest";
import type { RunChange } from "./batch.ts";
import { ChangeList } from "./changes.ts";

const change = (row: number, fields: Partial<RunChange> = {}): RunChange => ({
  row,
  status: "running",
  waitingOn: undefined,
  statusDetail: undefined,
  openAttempt: -1,
  error: undefined,
  finished: false,
  ...fields,
});

test("gives the last change at or before a row, and shares texts", () => {
  const list = new ChangeList();
  expect([list.last, list.stateAt(5), list.openAttemptAt(5)]).toEqual([undefined, undefined, -1]);
  const changes = [
    change(2, { openAttempt: 0 }),
    change(4, { status: "waiting", waitingOn: "approve", statusDetail: "Approve the plan" }),
    change(9, { openAttempt: 1 }),
    change(12, { status: "waiting", waitingOn: "approve" }),
    change(13, { status: "timed_out", error: "Too late", finished: true }),
  ];
  for (const one of changes) list.push(one);
  const at = [1, 2, 3, 4, 8, 9, 12, 13, 1e6];
  const expected = [-1, 0, 0, 1, 1, 2, 3, 4, 4].map((i) => changes[i]);
  expect(at.map((row) => list.stateAt(row))).toEqual(expected);
  expect(at.map((row) => list.openAttemptAt(row))).toEqual([-1, 0, 0, -1, -1, 1, -1, -1, -1]);
  expect(list.last).toEqual(changes[4]);
  expect(list.texts).toEqual(["approve", "Approve the plan", "Too late"]);
});

test("handed over in parts it is the same", () => {
  const list = new ChangeList();
  const other = new ChangeList();
  for (let part = 0; part < 40; part++) {
    const [length, texts] = [list.length, list.texts.length];
    for (let i = 0; i < part; i++) {
      const waitingOn = i % 3 === 0 ? `node ${i}` : undefined;
      list.push(change(10 * part + i, { openAttempt: i, waitingOn }));
    }
    other.append(list.slice(length), list.texts.slice(texts));
  }
  expect(other.length).toBe(780);
  for (let row = 0; row < 500; row++) expect(other.stateAt(row)).toEqual(list.stateAt(row));
});
