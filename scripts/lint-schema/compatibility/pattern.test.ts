import { expect, test } from "vitest";
import { includes } from "./pattern.ts";

test.each([
  ["^a*$", "^a+$", true],
  ["^a+$", "^a*$", false],
  ["^[A-Za-z0-9][A-Za-z0-9._-]*$", "^[a-z0-9][a-z0-9._-]*$", true],
  ["^[a-z0-9][a-z0-9._-]*$", "^[A-Za-z0-9][A-Za-z0-9._-]*$", false],
  ["^(a/.*|b/x\\.json)$", "^(b/x\\.json|a/[a-z]+)$", true],
  ["^(a/.*|b/x\\.json)$", "^(b/x.json|a/[a-z]+)$", false],
  ["^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$", "^1\\.[1-9][0-9]*$", true],
  ["^[a-z]{1,200}$", "^[a-z][a-z-]{0,199}$", false],
  ["^[a-z-]{1,200}$", "^[a-z][a-z-]{0,199}$", true],
  ["^[^/]+$", "^[ -.0-~]+$", true],
  ["^(?:ab?)*$", "^(aab)?$", true],
  ["^x*$", "^\\x*$", undefined],
  ["^(?=x)x$", "^x$", undefined],
  ["^a|b$", "^b$", undefined],
  ["a", "^a$", undefined],
])("%s includes %s: %s", (wide, narrow, expected) => {
  expect(includes(wide, narrow)).toBe(expected);
});
