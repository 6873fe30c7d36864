import { expect, test } from "vitest";
import { formatSelection, parseSelection, type Selection } from "./selection.ts";

test.each<Selection>([
  {},
  { run: "r" },
  { run: "r", tab: "events", log: "session", session: "__proto__", event: 12 },
  { url: "bundles/x", attempt: "a#1&b=c d+%", at: 0 },
  { run: "r", artifact: "artifacts/x.json", node: "日本 <b>", at: 300_000 },
])("an address says all of %j", (selection) => {
  expect(parseSelection(formatSelection(selection))).toEqual(selection);
});

test.each([
  "?tab=unknown&log=x",
  "?event=-1&at=1e9",
  "?event=1.5&at=99999999999999999999",
  "?__proto__=x&constructor=y",
  "?run=",
])("what an address cannot mean is left out: %s", (query) => {
  expect(parseSelection(query)).toEqual({});
});

test("half a character does not break an address", () => {
  expect(formatSelection({ run: "\ud800" })).toBe("?run=%EF%BF%BD");
});
