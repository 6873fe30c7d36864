import { expect, test } from "vitest";
import { paintFor } from "./colour.ts";
import { testIo } from "./testing/io.ts";

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ TERM: "dumb" }, true, false],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
  [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
])("%j, terminal: %s, colours: %s", (env, terminal, expected) => {
  const paint = paintFor(testIo({ terminal }).stdout, env);
  expect(paint("red", "x")).toBe(expected ? "\u001b[31mx\u001b[39m" : "x");
});
