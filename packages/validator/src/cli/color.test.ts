import { expect, test } from "vitest";
import { useColor } from "./color.ts";
import { testIo } from "./testing/io.ts";

test.each([
  ["always", {}, false, true],
  ["never", { FORCE_COLOR: "1" }, true, false],
  ["auto", {}, true, true],
  ["auto", {}, false, false],
  ["auto", { NO_COLOR: "1" }, true, false],
  ["auto", { NO_COLOR: "" }, true, true],
  ["auto", { TERM: "dumb" }, true, false],
  ["auto", { FORCE_COLOR: "1" }, false, true],
  ["auto", { FORCE_COLOR: "0" }, true, false],
  ["auto", { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
] as const)("--color %s with %j on a terminal (%s): %s", async (mode, env, terminal, expected) => {
  expect(await useColor(mode, testIo({ env, terminal }))).toBe(expected);
});
