import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "./main.ts";
import { flowFile, root } from "./testing/command.ts";
import { testIo } from "./testing/io.ts";
import { temporaryFolder } from "./testing/temporary.ts";

// What is wrong before a flow is loaded; the other mistakes are in run-process.test.ts.

const steps = flowFile("steps");
const ask = flowFile("ask");

test.each([
  [["run"], /^flow: missing required argument 'FILE'\n$/],
  [["fun"], /^flow: unknown command 'fun'; did you mean run\?\n$/],
  [
    ["run", steps, "--fromat", "json"],
    /^flow: unknown option '--fromat'; did you mean --format\?\n$/,
  ],
  [
    ["run", steps, "--format", "yaml"],
    /^flow: option '--format <FORMAT>' argument 'yaml' is invalid\. Allowed choices are text, json, quiet\.\n$/,
  ],
  [["run", steps, ask], /^flow: too many arguments for 'run'\. Expected 1 argument but got 2/],
  [
    ["run", steps, "--approve-all", "--deny-all"],
    /^flow: option '--approve-all' cannot be used with option '--deny-all'\n$/,
  ],
  [
    ["run", steps, "--timeout", "soon"],
    /^flow: option '--timeout <SECONDS>' argument 'soon' is invalid\. Expected a number of seconds/,
  ],
  [["run", steps, "--input-json", "{", "--input-file", "-"], /cannot be used with option/],
  [
    ["run", steps, "--input-json", '{"a":1,\n"b":}'],
    /^flow: --input-json is no valid JSON: line 2, column 5: [^\n]+\n$/,
  ],
  [
    ["run", steps, "--input-json", '{"a":1,"a":2}'],
    /^flow: --input-json is no valid JSON: line 1, column \d+: [^\n]*"a"[^\n]*\n$/,
  ],
  [
    ["run", steps, "--input-file", "nowhere.json"],
    /^flow: --input-file: nowhere\.json does not exist\n$/,
  ],
  [
    ["run", steps, "--input-file", "packages"],
    /^flow: --input-file: packages is a folder, not a file\n$/,
  ],
  [["show", "nothing"], /^flow: There is no run "nothing" in .*\n$/],
  [["resume", "./nothing"], /^flow: \.\/nothing does not exist\n$/],
  [["recover", "package.json"], /^flow: There is no run "package\.json"/],
  [["show", "./package.json"], /^flow: \.\/package\.json is a file; give the folder of a run\n$/],
  [["show", "packages"], /^flow: packages is no run: there is no manifest\.json in it\n$/],
  [["list", "--limit", "-1"], /^flow: [^\n]+\n$/],
  [
    ["list", "--runs-dir", "package.json"],
    /^flow: The runs folder .*package\.json is no folder\n$/,
  ],
])("%j", async (args, message) => {
  const runs = temporaryFolder();
  const io = testIo({ directory: root, env: { FLOW_RUNS_DIR: join(runs, "runs") } });
  const code = await main(args, io);
  expect(io.written.stderr).toMatch(message);
  expect({ code, stdout: io.written.stdout }).toEqual({ code: 2, stdout: "" });
  expect(readdirSync(runs)).toEqual([]);
});
