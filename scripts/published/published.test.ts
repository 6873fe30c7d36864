import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { inRoot } from "../lib/process.mjs";
import { makeTree } from "../lib/testing/tree.ts";

// Stands for npx: prints its arguments and ends with 1.
const stub = '#!/bin/sh\nfor argument in "$@"; do echo "<$argument>"; done\nexit 1\n';

function run(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  folder?: string,
) {
  const bin = makeTree({ npx: stub, output: "" });
  chmodSync(join(bin, "npx"), 0o755);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot("scripts/published", script), ...args],
    {
      encoding: "utf8",
      cwd: folder ?? bin,
      env: {
        ...env,
        PATH: `${bin}${delimiter}${process.env["PATH"]}`,
        GITHUB_OUTPUT: join(bin, "output"),
      },
    },
  );
  return { status, stdout, stderr, output: readFileSync(join(bin, "output"), "utf8") };
}

const { version } = JSON.parse(readFileSync(inRoot("packages/validator/package.json"), "utf8"));
const npx = (of: string): string =>
  ["--yes", "--package=node@24", `--package=@flow-bundle/validator@${of}`, "--", "bundle-validate"]
    .map((argument) => `<${argument}>\n`)
    .join("");

describe.skipIf(process.platform === "win32")("the action", () => {
  test("hands over lines as they are, and the exit code", () => {
    const env = { INPUT_PATHS: "runs/a b\n\n$(date)\n", INPUT_OPTIONS: "--fail-on\nwarning" };
    const { status, stdout, output } = run("action.mjs", [], env);
    expect(stdout).toBe(`${npx(version)}<--fail-on>\n<warning>\n<-->\n<runs/a b>\n<$(date)>\n`);
    expect({ status, output }).toEqual({ status: 1, output: "exit-code=1\n" });
  });

  test("takes the version that is asked for", () => {
    expect(run("action.mjs", [], { INPUT_PATHS: "a", INPUT_VERSION: "0.1.0" }).stdout).toContain(
      npx("0.1.0"),
    );
  });

  test("refuses to check nothing", () => {
    const { status, stdout, stderr } = run("action.mjs", [], { INPUT_PATHS: " \n" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("names no bundle");
  });

  test("gets every input that action.yml declares", () => {
    const { inputs, runs } = parse(readFileSync(inRoot("action.yml"), "utf8"));
    const given = Object.values(runs.steps[0].env).join(" ");
    for (const name of Object.keys(inputs)) expect(given).toContain(`\${{ inputs.${name} }}`);
  });
});

describe.skipIf(process.platform === "win32")("the conformance action", () => {
  const manifest = readFileSync(inRoot("packages/conformance/package.json"), "utf8");
  const suite = `@flow-bundle/conformance@${JSON.parse(manifest).version}`;
  const printed = (words: readonly string[]): string => words.map((word) => `<${word}>\n`).join("");

  test("hands over lines as they are, and the exit code", () => {
    const { status, stdout, output } = run("conformance-action.mjs", [], {
      INPUT_ROLE: "reader",
      INPUT_ADAPTER: "python3\nmy reader.py\n$(date)\n",
      INPUT_CAPABILITIES: "shell\ntorn-tail\n",
      INPUT_BASELINE: "known.json",
      INPUT_IMPLEMENTATION: "mine@1.0.0",
      INPUT_REPORT: "out/report.json",
      INPUT_OPTIONS: "--spec=1.1\n",
    });
    expect(stdout).toBe(
      printed([
        "--yes",
        "--package=node@24",
        `--package=${suite}`,
        "--",
        "bundle-conformance",
        "run",
        "--role=reader",
        "--capability=shell",
        "--capability=torn-tail",
        "--baseline=known.json",
        "--implementation=mine@1.0.0",
        "--format=github",
        "--format=json=out/report.json",
        "--spec=1.1",
        "--",
        "python3",
        "my reader.py",
        "$(date)",
      ]),
    );
    expect({ status, output }).toEqual({ status: 1, output: "exit-code=1\n" });
  });

  test("refuses to test nothing", () => {
    const { status, stdout, stderr } = run("conformance-action.mjs", [], { INPUT_ROLE: "reader" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("`adapter` is empty");
  });

  test("gets every input that it declares, and runs what is there", () => {
    const { inputs, runs } = parse(readFileSync(inRoot("conformance/action.yml"), "utf8"));
    const [step] = runs.steps;
    const given = Object.values(step.env).join(" ");
    for (const name of Object.keys(inputs)) expect(given).toContain(`\${{ inputs.${name} }}`);
    const [, script = ""] = /GITHUB_ACTION_PATH\/(\S+)"/.exec(step.run) ?? [];
    expect(existsSync(inRoot("conformance", script))).toBe(true);
  });

  test("says in the documentation what its inputs are", () => {
    const { inputs } = parse(readFileSync(inRoot("conformance/action.yml"), "utf8"));
    const text = readFileSync(inRoot("docs/conformance/README.md"), "utf8");
    const rows = [...text.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(Object.keys(inputs));
  });
});

describe.skipIf(process.platform === "win32")("the pre-commit hook", () => {
  const bundles = (): string =>
    makeTree({
      "x/a/manifest.json": {},
      "x/a/trace.ndjson": "",
      "x/a/sessions/s/binding.json": {},
      "b/flow.json": {},
      "b/trace.ndjson": "",
      "c/manifest.json": {},
      "package.json": {},
    });

  test("checks each bundle that the files belong to, once", () => {
    const files = [
      "--fail-on=warning",
      "x/a/manifest.json",
      "x/a/sessions/s/binding.json",
      "b/trace.ndjson",
    ];
    const { status, stdout } = run("pre-commit.mjs", files, {}, bundles());
    expect(stdout).toBe(`${npx(version)}<--fail-on=warning>\n<-->\n<x/a>\n<b>\n`);
    expect(status).toBe(1);
  });

  test("does nothing for other files", () => {
    const { status, stdout } = run(
      "pre-commit.mjs",
      ["package.json", "c/manifest.json"],
      {},
      bundles(),
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("has an entry that is there and may be run", () => {
    const [hook] = parse(readFileSync(inRoot(".pre-commit-hooks.yaml"), "utf8"));
    expect(readFileSync(inRoot(hook.entry), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    for (const file of ["a/trace.ndjson", "manifest.json", "a/artifacts/sha256-0.txt"]) {
      expect(file).toMatch(new RegExp(hook.files));
    }
  });
});
