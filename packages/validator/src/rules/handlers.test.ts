import type { TraceEvent } from "@flow-bundle/schema";
import { describe, expect, it } from "vitest";
import type { TraceLine } from "../engine/rule.ts";
import { combine } from "./handlers.ts";

const line: TraceLine = {
  event: {} as TraceEvent,
  line: 1,
  byteOffset: 0,
  bytes: 2,
  references: [],
};

describe("combine", () => {
  it("calls the handlers of all parts, in the order of the parts", () => {
    const called: string[] = [];
    const say = (what: string) => () => void called.push(what);
    const handlers = combine(
      { node_started: say("a start"), node_outcome: say("a end") },
      {},
      { node_outcome: say("b end"), "*": say("b any") },
      { node_outcome: say("c end") },
    );
    expect(Object.keys(handlers)).toEqual(["node_started", "node_outcome", "*"]);
    for (const type of Object.keys(handlers)) handlers[type]?.(line);
    expect(called).toEqual(["a start", "a end", "b end", "c end", "b any"]);
  });

  it("adds no call where one part alone listens", () => {
    const alone = () => {};
    expect(combine({ run_started: alone }, { node_started: () => {} })["run_started"]).toBe(alone);
  });
});
