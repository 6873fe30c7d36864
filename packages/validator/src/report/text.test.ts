import { expect, test } from "vitest";
import { renderText } from "./text.ts";
import { readReport } from "./testing/fixtures.ts";

// oxlint-disable-next-line no-control-regex -- that is what is looked for
const ansi = /\u001b\[\d+m/g;

test("colours change nothing but colours", () => {
  const plain = renderText(readReport("mixed"));
  const colored = renderText(readReport("mixed"), { color: true });
  expect(plain).not.toMatch(ansi);
  expect(colored).toMatch(ansi);
  expect(colored.replace(ansi, "")).toBe(plain);
});

test("quiet says nothing of bundles that pass", () => {
  expect(renderText(readReport("valid"), { quiet: true })).toBe("");
});

test("quiet shows what fails, at the severity that was asked for", () => {
  const errors = renderText(readReport("mixed"), { quiet: true });
  expect(errors).not.toContain("runs/a");
  expect(errors).toContain("trace/run-id");
  expect(errors).not.toContain("session/record-last-seq");
  const infos = renderText(readReport("mixed"), { quiet: true, failOn: "info" });
  expect(infos).toContain("runs/a");
  expect(infos).toContain("session/record-last-seq");
});

test("a valid bundle that fails says why", () => {
  expect(renderText(readReport("mixed"), { failOn: "info" })).toContain(
    "1 valid bundle fails because of --fail-on info\n",
  );
});

test("no line begins with content of a bundle", () => {
  const own =
    /^(?: *(?:valid|invalid|undetermined|not validated|error|warning|info|\d+(?::\d+)?|hint:|at|in|see|expected|found|suppressed:|not evaluated|"|trace\.ndjson)|\d+ bundles|$)/;
  for (const line of renderText(readReport("hostile")).split("\n")) expect(line).toMatch(own);
});
