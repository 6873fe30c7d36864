import { expect, test } from "vitest";
import { parseArguments } from "./arguments.ts";
import { helpText } from "./help.ts";
import { optionSpecs } from "./option-table.ts";
import { UsageError } from "./usage-error.ts";

test("defaults", () => {
  expect(parseArguments(["run"])).toMatchObject({
    paths: ["run"],
    formats: [],
    failOn: "error",
    requireFinished: false,
    only: [],
    ignore: [],
    limits: {},
    quiet: false,
    color: "auto",
  });
});

test("every option together", () => {
  const argv = [
    ["-f", "text", "--format=sarif=out/a=b.sarif", "-fjunit=j.xml"],
    ["--fail-on", "warning", "--require-finished", "--quiet", "--color=never"],
    ["--only", "trace/seq,flow/*", "--only", "json/bom", "--ignore", "trace/*"],
    ["--config", "ci.json", "--max-findings", "0", "--jobs", "3"],
    ["--max-line-bytes", "1MiB", "--max-document-bytes", "2 MB", "--max-bytes=1.5GiB"],
    ["--max-depth", "64", "--max-files", "10", "a", "--", "--b"],
  ].flat();
  expect(parseArguments(argv)).toEqual({
    paths: ["a", "--b"],
    formats: [
      { format: "text" },
      { format: "sarif", file: "out/a=b.sarif" },
      { format: "junit", file: "j.xml" },
    ],
    failOn: "warning",
    requireFinished: true,
    only: ["trace/seq", "flow/*", "json/bom"],
    ignore: ["trace/*"],
    config: "ci.json",
    maxFindings: 0,
    limits: {
      lineBytes: 2 ** 20,
      documentBytes: 2_000_000,
      bytes: 1.5 * 2 ** 30,
      depth: 64,
      files: 10,
    },
    explain: undefined,
    listRules: false,
    quiet: true,
    color: "never",
    jobs: 3,
    version: false,
    help: false,
  });
});

test("of an option that is no list the last one counts", () => {
  expect(parseArguments(["--fail-on", "info", "--fail-on", "warning"]).failOn).toBe("warning");
});

test.each([
  [["--formt", "x"], "unknown option --formt; did you mean --format?"],
  [["--no-color"], "unknown option --no-color; did you mean --color never?"],
  [["--json"], "unknown option --json; did you mean --format json?"],
  [["-x"], "unknown option -x; --help prints all options"],
  [["--zzzzzzzzz"], "unknown option --zzzzzzzzz; --help prints all options"],
  [["--__proto__"], "unknown option --__proto__; --help prints all options"],
  [["--format"], "--format needs a value: --format FORMAT[=FILE]"],
  [["--config="], "--config needs a value: --config FILE"],
  [
    ["--config", "--quiet"],
    "--config needs a value, found the option --quiet; write --config=--quiet if it is meant",
  ],
  [["--quiet=yes"], '--quiet takes no value, found "yes"'],
  [
    ["-f", "jsn"],
    '--format: expected text, json, sarif, junit or github, found "jsn"; did you mean json?',
  ],
  [["-f", "json="], "--format json=: the name of the file is missing"],
  [["-f", "json=a", "-f", "sarif=a"], "two formats are to be written to a"],
  [
    ["--fail-on", "warnings"],
    '--fail-on: expected error, warning or info, found "warnings"; did you mean warning?',
  ],
  [["--max-bytes", "64 mib!"], '--max-bytes: expected a size such as 64MiB, found "64 mib!"'],
  [
    ["--max-bytes", "64MiBi"],
    "--max-bytes: unknown unit MiBi; did you mean MiB? The units are B, kB, MB, GB, TB, KiB, MiB, GiB, TiB",
  ],
  [["--max-bytes", "0"], '--max-bytes: expected 1 to 9007199254740991, found "0"'],
  [["--max-line-bytes", "1GiB"], '--max-line-bytes: expected 1 to 536870888, found "1GiB"'],
  [["--max-depth", "1e3"], '--max-depth: expected a whole number, found "1e3"'],
  [
    ["--max-files", "-1"],
    "--max-files needs a value, found the option -1; write --max-files=-1 if it is meant",
  ],
  [["--jobs", "0"], '--jobs: expected 1 to 256, found "0"'],
  [["--only", "a,,b"], "--only: a rule between the commas is missing"],
  [[""], "an empty PATH was given"],
])("%j: %s", (argv, message) => {
  expect(() => parseArguments(argv)).toThrow(new UsageError(message));
});

test("the help names every option and stays in the width of a terminal", () => {
  const text = helpText();
  for (const { name, help } of optionSpecs) {
    expect(text).toContain(`--${name}`);
    expect(text).toContain(help);
  }
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});
