import { expect, test } from "vitest";
import { makeTree } from "../../lib/testing/tree.ts";
import { dependencies } from "./dependencies.ts";

const found = (page: string): string[] =>
  dependencies
    .run(
      makeTree({
        "package.json": { devDependencies: { tool: "1", "@flow-bundle/spec": "1" } },
        "packages/a/package.json": { dependencies: { lib: "1" } },
        "node_modules/lib/package.json": { license: "MIT" },
        "docs/dependencies.md": page,
      }),
    )
    .map(({ message }) => message);

const tool = "| `tool` | ISC | because |\n";

test("a page that names all", () => {
  expect(found(`${tool}| \`lib\` | MIT | because |\n`)).toEqual([]);
});

test("finds what is missing, wrong or superfluous", () => {
  expect(found(tool)).toEqual(["lib (packages/a/package.json) is missing"]);
  expect(found(`${tool}| \`lib\` | ISC | because |\n`)).toEqual(["the licence of lib is not ISC"]);
  expect(found(`${tool}| \`lib\` | MIT | |\n`)).toEqual(["lib has no reason"]);
  expect(found(`${tool}| \`lib\` | MIT | x |\n| \`gone\` | MIT | x |\n`)).toEqual([
    "nothing depends on gone",
  ]);
});
