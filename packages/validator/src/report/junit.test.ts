import { expect, test } from "vitest";
import { renderJunit } from "./junit.ts";
import { readReport, reportNames } from "./testing/fixtures.ts";
import { elements, parseXml } from "./testing/xml.ts";

test.each(reportNames)("%s: the numbers of suites are those of their test cases", (name) => {
  const root = parseXml(renderJunit(readReport(name)));
  const count = (element: typeof root, child: string) =>
    elements(element, "testcase").filter((testcase) => elements(testcase, child).length > 0).length;
  for (const element of [root, ...elements(root, "testsuite")]) {
    expect(Number(element.attributes.get("tests"))).toBe(elements(element, "testcase").length);
    expect(Number(element.attributes.get("failures"))).toBe(count(element, "failure"));
    expect(Number(element.attributes.get("errors"))).toBe(count(element, "error"));
    expect(Number(element.attributes.get("skipped"))).toBe(count(element, "skipped"));
  }
});

test("a rule fails when it has findings at --fail-on or worse", () => {
  const failed = (failOn: "error" | "warning" | "info") =>
    elements(parseXml(renderJunit(readReport("mixed"), { failOn })), "testcase")
      .filter((testcase) => elements(testcase, "failure").length > 0)
      .map(({ attributes }) => attributes.get("name"));
  expect(failed("error")).not.toContain("session/record-last-seq");
  expect(failed("warning")).toContain("session/record-last-seq");
  expect(failed("warning")).not.toContain("trace/in-progress");
  expect(failed("info")).toContain("trace/in-progress");
});

test("every finding of a rule is in its test case", () => {
  const root = parseXml(renderJunit(readReport("mixed")));
  const texts = elements(root, "testcase").map((testcase) =>
    testcase.children.map(({ text }) => text).join("\n"),
  );
  for (const { message } of readReport("mixed").bundles.flatMap(({ findings }) => findings)) {
    expect(texts.some((text) => text.includes(message))).toBe(true);
  }
});

test("markup and characters that XML has no place for stay text", () => {
  const xml = renderJunit(readReport("hostile"));
  const [failure] = elements(parseXml(xml), "failure");
  expect(failure?.children).toEqual([]);
  expect(failure?.attributes.get("message")).toContain(`]]> <b>&amp;"' [click]`);
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  expect(xml).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ud800\ufffe]/);
});
