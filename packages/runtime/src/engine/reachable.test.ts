import { createFold } from "@flow-bundle/bundle";
import { expect, test } from "vitest";
import { reachableNodes } from "./reachable.ts";
import { eventsOf, flowOf } from "./testing/runs.ts";
import { root } from "../cli/testing/command.ts";

const none = { nodeType: "compute" as const, run: () => null };

test.each([
  ["of a run that waits, what follows on the checkpoint", "1.1-waiting"],
  ["of one whose process died, the open attempt too", "1.1-running"],
])("%s", (_, name) => {
  const fold = createFold();
  for (const event of eventsOf(`${root}fixtures/valid/${name}`)) fold.apply(event);
  const last = fold.lastAttempt?.nodeId ?? "";
  const flow = flowOf({ first: none, [last]: none, a: none, b: none, c: none }, [
    { from: "first", to: last },
    { from: last, switch: { on: "$.x", cases: { one: "a", two: "b" } } },
    { from: "b", to: "a" },
    { from: "a", to: "b" },
  ]);
  const expected = fold.openAttempt === null ? ["a", "b"] : [last, "a", "b"];
  expect([...reachableNodes(flow, fold)].toSorted()).toEqual(expected.toSorted());
});

test("before the first attempt, what the start leads to", () => {
  const flow = flowOf({ a: none, b: none, alone: none }, [{ from: "a", to: "b" }]);
  expect([...reachableNodes(flow, createFold())]).toEqual(["a", "b"]);
});
