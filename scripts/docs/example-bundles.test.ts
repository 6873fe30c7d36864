import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { memorySource } from "@flow-bundle/bundle";
import { validateBundle } from "@flow-bundle/validator";
import { readExampleBundles } from "./example-bundles.ts";

const page = fileURLToPath(new URL("../../docs/producers.md", import.meta.url));

test("reads files with their exact bytes", () => {
  const text = [
    "<!-- file: a/manifest.json -->",
    "<!-- example: other -->",
    "",
    "```json",
    "{}",
    "```",
    "",
    "<!-- file: a/artifacts/x.txt (without final line break) -->",
    "",
    "```text",
    "one",
    "two",
    "```",
    "",
    "```json",
    "[]",
    "```",
  ].join("\n");
  expect(readExampleBundles(text)).toEqual(
    new Map([
      [
        "a",
        new Map([
          ["manifest.json", "{}\n"],
          ["artifacts/x.txt", "one\ntwo"],
        ]),
      ],
    ]),
  );
});

describe("the bundles in docs/producers.md", () => {
  const bundles = readExampleBundles(readFileSync(page, "utf8"));

  test("are all there", () => {
    expect([...bundles.keys()]).toEqual(["greet", "review"]);
  });

  test.for([...bundles])("%s is valid without any finding", async ([name, files]) => {
    const report = await validateBundle(memorySource(name, files));
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe("valid");
    expect(report.specVersion).toBe("1.1");
    expect(report.runStatus).toBe("completed");
  });
});
