import { expect, test } from "vitest";
import type { Report } from "@flow-bundle/schema";
import { renderGithub } from "./github.ts";
import { readReport } from "./testing/fixtures.ts";

/** Reads a workflow command as the runner does. */
function parse(
  line: string,
): { name: string; properties: Map<string, string>; message: string } | undefined {
  const match = /^::([a-z]+) (.*?)::(.*)$/.exec(line);
  if (match === null) return undefined;
  const decode = (text: string) =>
    text
      .replaceAll("%0A", "\n")
      .replaceAll("%0D", "\r")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  const [, name = "", list = "", message = ""] = match;
  const properties = new Map(
    list.split(",").map((item) => {
      const equals = item.indexOf("=");
      return [item.slice(0, equals), decode(item.slice(equals + 1))] as const;
    }),
  );
  return { name, properties, message: decode(message) };
}

const commands = (text: string) => text.split("\n").flatMap((line) => parse(line) ?? []);

test("each finding is an annotation at its place", () => {
  const list = commands(renderGithub(readReport("mixed")));
  expect(list.map(({ name }) => name)).toEqual([
    ...Array<string>(6).fill("error"),
    ...Array<string>(2).fill("warning"),
    ...Array<string>(2).fill("notice"),
    "error",
    "error",
  ]);
  const wrongName = list.find(
    ({ properties }) => properties.get("title") === "manifest/wrong-name",
  );
  expect(Object.fromEntries(wrongName?.properties ?? [])).toEqual({
    title: "manifest/wrong-name",
    file: "runs/b/manifest.json",
    line: "3",
    col: "3",
  });
  expect(wrongName?.message).toBe(
    'run_id is not a name of this format\nat /run_id\nexpected "runId", found "run_id"\nhint: did you mean `runId`?',
  );
});

test("content of a bundle cannot begin or end a command", () => {
  const text = renderGithub(readReport("hostile"));
  const lines = text.trimEnd().split("\n");
  expect(lines.map((line) => /^(?:::error |bundle-validate: )/.test(line))).toEqual(
    lines.map(() => true),
  );
  expect(text).not.toContain("##[");
  const [first] = commands(text);
  expect(first?.properties.get("file")).toBe(
    String.raw`runs/\u001b[2J, 100%:evil/::warning::a b/\u202e%,:.txt`,
  );
});

test("paths are seen from the root of the repository", () => {
  const report = readReport("valid");
  const bundle = { ...report.bundles[0]!, findings: readReport("mixed").bundles[0]!.findings };
  const file = (path: string, directory?: string) => {
    const one: Report = { ...report, bundles: [{ ...bundle, path }] };
    const [command] = commands(renderGithub(one, directory === undefined ? {} : { directory }));
    return command?.properties.get("file");
  };
  expect(file("./run")).toBe("run/trace.ndjson");
  expect(file(".")).toBe("trace.ndjson");
  expect(file("./run", "packages/app/")).toBe("packages/app/run/trace.ndjson");
  expect(file("/abs/run", "packages/app/")).toBe("/abs/run/trace.ndjson");
  expect(file(String.raw`C:\runs\a`, "x/")).toBe("C:/runs/a/trace.ndjson");
});

test("more annotations than GitHub shows are mentioned", () => {
  const report = readReport("mixed");
  const [bundle] = report.bundles;
  const findings = Array.from({ length: 11 }, () => bundle!.findings[0]!);
  const crowded = {
    ...report,
    bundles: [{ ...bundle!, findings, counts: { error: 0, warning: 0, info: 11 } }],
  };
  expect(renderGithub(crowded)).toContain(
    "GitHub shows 10 annotations of a level at most; all of the 11 infos are in this log",
  );
  expect(renderGithub(report)).not.toContain("GitHub shows");
});

test("quiet leaves out what does not fail", () => {
  const text = renderGithub(readReport("mixed"), { quiet: true });
  expect(new Set(commands(text).map(({ name }) => name))).toEqual(new Set(["error"]));
});
