import { expect, test } from "vitest";
import { equalJson } from "./equal.ts";

const json = (text: string): unknown => JSON.parse(text);

test.each([
  ['{"a":1,"b":[1,{"c":null}]}', '{"b":[1,{"c":null}],"a":1}'],
  ['{"__proto__":{"a":1}}', '{"__proto__":{"a":1}}'],
  ['"\\ud800"', '"\\ufffd"'],
  ["[]", "[]"],
])("%s is the same as %s", (a, b) => {
  expect(equalJson(json(a), json(b))).toBe(true);
});

test.each([
  ['{"a":1}', '{"a":1,"b":1}'],
  ['{"a":1,"b":1}', '{"a":1}'],
  ['{"a":1}', '{"b":1}'],
  ['{"__proto__":{}}', '{"x":1}'],
  ['{"x":1}', '{"__proto__":{}}'],
  ['{"__proto__":null}', '{"__proto__":{}}'],
  ['{"constructor":1}', "{}"],
  ['{"toString":1}', '{"valueOf":1}'],
  ["[]", "{}"],
  ["{}", "[]"],
  ["[1]", "[1,2]"],
  ["null", "{}"],
  ["0", "false"],
  ['"1"', "1"],
])("%s is not the same as %s", (a, b) => {
  expect(equalJson(json(a), json(b))).toBe(false);
});

test("a member that is undefined is a member", () => {
  expect(equalJson({ a: undefined }, { b: 1 })).toBe(false);
  expect(equalJson({ a: undefined }, {})).toBe(false);
});
