import { expect, test } from "vitest";
import { makeTree } from "../../lib/testing/tree.ts";
import { programs } from "./programs.ts";

const found = (block: string): string[] =>
  programs.run(makeTree({ "a.md": block })).map(({ place, message }) => `${place}: ${message}`);

test("programs that run, and blocks that are no programs", () => {
  expect(found("```js run\nawait 0;\n```\n")).toEqual([]);
  expect(found("```ts run\nconst a: number = 1;\nif (a > 1) throw new Error();\n```\n")).toEqual(
    [],
  );
  expect(found("```js\nnowhere();\n```\n\n```sh run\nfalse\n```\n")).toEqual([]);
});

test("finds a program that fails", () => {
  expect(found("\n```js run\nnowhere();\n```\n")[0]).toMatch(
    /^line 2: the program ends with 1: .*nowhere is not defined/s,
  );
});
