import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateAll } from "./all.ts";
import { main } from "./main.ts";
import { readRules } from "./rules.ts";
import { root } from "./spec.ts";
import { stalePaths } from "./write.ts";

let copy = "";
let lines: string[] = [];
const run = (...args: string[]) => {
  lines = [];
  return main(args, copy, (line) => lines.push(line));
};

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "generate-"));
  cpSync(join(root, "spec"), join(copy, "spec"), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

test("what is committed is what the generators give", async () => {
  expect(stalePaths(root, await generateAll(join(root, "spec")))).toEqual([]);
});

test("--check names what is stale and writes nothing", async () => {
  expect(await run()).toBe(0);
  expect(await run("--check")).toBe(0);

  const schema = join(copy, "spec/1.1/seal.schema.json");
  writeFileSync(
    schema,
    readFileSync(schema, "utf8").replace("The digest algorithm.", "Another text."),
  );
  appendFileSync(join(copy, "packages/schema/src/generated/rules.ts"), "// by hand\n");
  expect(await run("--check")).toBe(1);
  expect(lines.slice(1)).toEqual([
    "  spec/1.1/bundled.schema.json",
    "  packages/schema/src/generated/types.ts",
    "  packages/schema/src/generated/rules.ts",
  ]);
  expect(await run("--check")).toBe(1);

  expect(await run()).toBe(0);
  expect(lines).toEqual([expect.stringMatching(/^\d+ generated files, 3 of them changed\.$/)]);
  expect(await run("--check")).toBe(0);
});

test("an unknown option is refused", async () => {
  expect(await run("--chek")).toBe(2);
});

test("a constraint without a rule stops the generator", async () => {
  const schema = join(copy, "spec/1.0/conversation-range.schema.json");
  writeFileSync(
    schema,
    readFileSync(schema, "utf8").replace('"x-rule": "session/range-shape",', ""),
  );
  await expect(run()).rejects.toThrow("No rule is named for conversation-range#/type");
});

test("front matter that does not fit stops the generator", async () => {
  const { id } = readRules(join(copy, "spec"))[0] as { id: string };
  const rule = join(copy, "spec/rules", `${id}.md`);
  writeFileSync(rule, readFileSync(rule, "utf8").replace(/"1\.1": \w+/, '"1.1": fatal'));
  await expect(run()).rejects.toThrow(`spec/rules/${id}.md: severity of 1.1 must be one of`);
});
