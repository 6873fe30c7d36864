import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { eventsOf } from "../engine/testing/runs.ts";
import { onlyRun, runIn } from "./testing/bundles.ts";
import { flowFile, runCommand } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

const run = (flow: string, runsDir: string, ...args: string[]) =>
  runCommand(["run", flowFile(flow), "--runs-dir", runsDir, ...args]);

describe("0", () => {
  test("completed, as text", async () => {
    const runs = temporaryFolder();
    const { code, stdout, stderr } = await run("steps", runs, "--input-json", '{"a":1}');
    const path = await onlyRun(runs);
    expect(stderr).toMatch(
      new RegExp(
        [
          "^steps: Three steps  \\S+-steps-[0-9a-f]{8}",
          "\\d\\d:\\d\\d:\\d\\d  ok         first#1           compute +\\d+ ms",
          "\\d\\d:\\d\\d:\\d\\d  ok         say#1             action +\\d+ ms  echo 'hello there'",
          "\\d\\d:\\d\\d:\\d\\d  ok         last#1            compute +\\d+ ms\n$",
        ].join("\n"),
      ),
    );
    expect(stdout).toMatch(
      /^completed {2}3 attempts, \d+ ms\n {2}output {2}\{"seen":\{"a":1\}\}\n/,
    );
    expect(stdout).toContain(
      `  bundle  ${path}\n\n  flow show ${path}\n  bundle-validate ${path}\n`,
    );
    expect(code).toBe(0);
  });

  test("completed, as JSON: the trace and the result", async () => {
    const runs = temporaryFolder();
    const { code, stdout, stderr } = await run("steps", runs, "--json");
    const path = await onlyRun(runs);
    const lines = stdout.trimEnd().split("\n");
    const last = JSON.parse(lines.pop() ?? "") as object;
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(eventsOf(path));
    expect(last).toEqual({
      type: "result",
      runId: expect.any(String),
      path,
      status: "completed",
      output: { seen: {} },
    });
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  test("completed, quiet: the last output and nothing else", async () => {
    const quiet = await run("steps", temporaryFolder(), "--format", "quiet");
    expect(quiet).toMatchObject({ stdout: '{"seen":{}}\n', stderr: "", code: 0 });
    const text = await run("loop", temporaryFolder(), "--format", "quiet");
    expect(text).toMatchObject({ stdout: "the end\n", code: 0 });
  });

  test("completed: a large output comes through whole", async () => {
    const runs = temporaryFolder();
    const { stdout, code } = await run("large", runs, "--format", "quiet");
    await onlyRun(runs);
    expect(stdout).toBe(`${"x".repeat(3_000_000)}\n`);
    expect(code).toBe(0);
  });

  test("waiting: says how to go on", async () => {
    const runs = temporaryFolder();
    const { code, stdout } = await run("ask", runs);
    const path = await onlyRun(runs);
    expect(stdout).toMatch(/^waiting for ask {2}1 attempt, .*\n {2}asks {4}Please decide\n/);
    expect(stdout).toContain(
      `  flow resume ${basename(path)} --runs-dir ${runs} --input-json JSON\n`,
    );
    expect(code).toBe(0);
  });

  test("what a flow logs goes to standard error", async () => {
    const { stdout, stderr } = await run("loop", temporaryFolder(), "--json");
    for (const line of stdout.trimEnd().split("\n")) expect(line).toMatch(/^\{.*\}$/);
    expect(stderr).toMatch(/^loaded\nstep 1\n(step \d+\n){149}$/);
  });
});

describe("1", () => {
  test("failed: the error, its place, and what to type", async () => {
    const runs = temporaryFolder();
    const { code, stdout, stderr } = await run("fail", runs);
    const path = await onlyRun(runs);
    expect(stderr).toMatch(/failed {5}try#1 +compute +\d+ ms {2}no luck\n$/);
    expect(stdout).toMatch(/^failed at try#1 {2}1 attempt, \d+ ms\n {2}error {3}no luck\n/);
    expect(stdout).toContain("\n          \\u001b[31mreally\\u001b[0m\n");
    expect(stdout).toContain(`  flow show ${path} 'try#1'\n`);
    expect(code).toBe(1);
  });

  test("failed, as JSON and quiet", async () => {
    const json = await run("fail", temporaryFolder(), "--format", "json");
    expect(JSON.parse(json.stdout.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({
      status: "failed",
      error: expect.stringContaining("no luck"),
      attemptId: "try#1",
    });
    const quiet = await run("fail", temporaryFolder(), "--format", "quiet");
    expect(quiet).toMatchObject({ stdout: "", code: 1 });
    expect(quiet.stderr).toMatch(/^flow: no luck\n/);
  });
});

test("1: a run that could not be recorded any further, and can be recovered", async () => {
  const runs = temporaryFolder();
  const script = 'ulimit -f 100; exec "$0" "$@"';
  const args = ["run", flowFile("loop"), "--runs-dir", runs, "--json"];
  const { code, stdout, stderr } = await runCommand(args, { script });
  expect(stderr).toMatch(
    /^flow: The run was stopped, because it could not be recorded any further: .*EFBIG.*flow recover/m,
  );
  expect(stderr).not.toMatch(/\n {4}at /);
  expect(code).toBe(1);
  const path = runIn(runs);
  const told = stdout.trimEnd().split("\n");
  expect(eventsOf(path).map((event) => JSON.stringify(event))).toEqual(told);
  expect((await runCommand(["recover", path])).code).toBe(0);
  await onlyRun(runs);
});

test("3: timed out", async () => {
  const runs = temporaryFolder();
  const { code, stdout } = await run("slow", runs, "--timeout", "0.2");
  await onlyRun(runs);
  expect(stdout).toMatch(/^timed out at wait#1 {2}1 attempt, \d+ ms\n {2}error {3}Timed out after/);
  expect(code).toBe(3);
});

test("70: an error that nobody caught ends the run in good order", async () => {
  const runs = temporaryFolder();
  const { code, stderr } = await run("uncaught", runs);
  await onlyRun(runs);
  expect(stderr).toContain("flow: an error that nobody caught");
  expect(stderr).toContain("Error: nobody catches this\n    at ");
  expect(code).toBe(70);
});

test("70: a fault of ours says so, with its place", async () => {
  const sabotage = "JSON.stringify = () => { throw new TypeError('sabotage') }";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(sabotage)}` };
  const { code, stdout, stderr } = await runCommand(["list", "--json"], { env });
  expect(stderr).toMatch(
    /^flow: internal error: .*\nPlease report it with what follows:\nTypeError: sabotage\n {4}at /,
  );
  expect({ code, stdout }).toEqual({ code: 70, stdout: "" });
});

describe("2", () => {
  test.each([
    [["run", "nowhere.flow.ts"], /^flow: There is no flow file .*nowhere\.flow\.ts\n$/],
    [["run", "packages"], /^flow: .*packages is a folder; name the flow file in it\n$/],
    [["run", "package.json"], /^flow: [^\n]+\n$/],
    [["run", flowFile("steps"), "--cwd", "nowhere"], /^flow: --cwd: nowhere is no folder\n$/],
    [["run", flowFile("mistakes")], /^flow: [\s\S]*begin[\s\S]*nowhere/],
    [
      ["run", flowFile("agents"), "--approve-all"],
      /^flow: node "ask": there is no agent "nobody": configure it in flow\.config\.json/,
    ],
    [["run", flowFile("agents"), "--agent", "agent 'x"], /^flow: node "ask": The agent command/],
    [
      ["run", flowFile("agents"), "--agent", "agent"],
      /^flow: [^\n]*approve-all[^\n]*It writes files\n$/,
    ],
  ])("%j", async (args, message) => {
    const runs = temporaryFolder();
    const env = { FLOW_RUNS_DIR: join(runs, "runs") };
    const { code, stdout, stderr } = await runCommand(args, { env });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(stdout).toBe("");
    expect(code).toBe(2);
    expect(readdirSync(runs)).toEqual([]);
  });

  test("a runs folder that cannot be written to", async () => {
    const folder = temporaryFolder({ file: "" });
    for (const runsDir of [join(folder, "file"), join(folder, "file", "runs")]) {
      const { code, stderr } = await run("steps", runsDir);
      expect(stderr).toMatch(/^flow: Nothing can be written to the runs folder .*--runs-dir\n$/);
      expect(code).toBe(2);
    }
  });

  test("a configuration file with mistakes names each of them", async () => {
    const config = { agents: { one: {}, two: { comand: "x" } }, defaultAgent: 1 };
    const folder = temporaryFolder({ "flow.config.json": JSON.stringify(config) });
    writeFileSync(join(folder, "a.flow.ts"), readFileSync(flowFile("steps")));
    const { code, stderr } = await runCommand(["run", "a.flow.ts"], { cwd: folder });
    expect(stderr).toMatch(/flow\.config\.json: .*defaultAgent: .*agents\.one: .*agents\.two: /);
    expect(code).toBe(2);
  });
});

test("without a command, the help", async () => {
  const { code, stdout, stderr } = await runCommand([]);
  expect(stderr).toMatch(/^Usage: flow COMMAND/);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  const help = await runCommand(["--help"]);
  expect(help).toMatchObject({ code: 0, stdout: stderr, stderr: "" });
});

test.each(["run", "resume", "recover", "list", "show"])(
  "flow %s --help has examples",
  async (name) => {
    const { code, stdout } = await runCommand([name, "--help"]);
    expect(stdout).toMatch(new RegExp(`^Usage: flow ${name} `));
    expect(stdout).toContain(`Examples:\n  flow ${name} `);
    expect(stdout).toContain("--json");
    expect(code).toBe(0);
  },
);

test("--version", async () => {
  const { code, stdout } = await runCommand(["--version"]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(code).toBe(0);
});

test("the input comes from standard input, a file, or is {}", async () => {
  const quiet = (...args: string[]) => ["run", flowFile("steps"), "--format", "quiet", ...args];
  const folder = temporaryFolder({ "in.json": "[1]" });
  const env = { FLOW_RUNS_DIR: folder };
  const piped = await runCommand(quiet("--input-file", "-"), { env, stdin: ' {"x": null}\n' });
  expect(piped.stdout).toBe('{"seen":{"x":null}}\n');
  const file = await runCommand(quiet("--input-file", join(folder, "in.json")), { env });
  expect(file.stdout).toBe('{"seen":[1]}\n');
  const nothing = await runCommand(quiet("--input-json", "null"), { env });
  expect(nothing.stdout).toBe('{"seen":null}\n');
});

test("runs live in the home of the user, and the next commands have their ids", async () => {
  const home = temporaryFolder();
  const { stdout, code } = await runCommand(["run", flowFile("ask")], { env: { HOME: home } });
  const path = await onlyRun(join(home, ".flow-bundle", "runs"));
  const id = path.slice(path.lastIndexOf("/") + 1);
  expect(stdout).toContain(`  flow resume ${id} --input-json JSON\n  flow show ${id}\n`);
  expect(code).toBe(0);
});

test.skipIf(process.platform !== "linux")("a full disk at standard output is told", async () => {
  const script = 'exec "$0" "$@" > /dev/full';
  const runs = temporaryFolder();
  const args = ["run", flowFile("steps"), "--runs-dir", runs, "--json"];
  const { code, stderr } = await runCommand(args, { script });
  await onlyRun(runs);
  expect(stderr).toBe("flow: standard output cannot be written (ENOSPC)\n");
  expect(code).toBe(0);
});

test("a flow that leaves something running does not keep the command from ending", async () => {
  const folder = temporaryFolder({
    "a.flow.mts":
      'import { compute } from "acpx/flows"; setInterval(() => undefined, 1000);' +
      'export default { name: "a", startAt: "a", nodes: { a: compute({ run: () => 1 }) }, edges: [] };',
  });
  const args = ["run", join(folder, "a.flow.mts"), "--runs-dir", join(folder, "runs")];
  expect(await runCommand(args)).toMatchObject({ code: 0, signal: null });
});

test("a reader that stops listening does not stop the run", async () => {
  for (const [flow, expected] of [
    ["loop", 0],
    ["fail", 1],
  ] as const) {
    for (const format of ["json", "text"]) {
      const runs = temporaryFolder();
      const args = ["run", flowFile(flow), "--runs-dir", runs, "--format", format];
      const { code, signal } = await runCommand(args, { deaf: true });
      await onlyRun(runs);
      expect({ code, signal }).toEqual({ code: expected, signal: null });
    }
  }
});

test("nothing in a flow takes over the terminal", async () => {
  const runs = temporaryFolder();
  const { stdout, stderr, code } = await run("hostile", runs, "--verbose");
  const path = await onlyRun(runs);
  const show = await runCommand(["show", path]);
  const attempt = await runCommand(["show", path, "1"]);
  const list = await runCommand(["list", "--runs-dir", runs]);
  const json = await run("hostile", temporaryFolder(), "--json");
  const all = [stdout, stderr, show.stdout, attempt.stdout, list.stdout, json.stdout].join("\n");
  expect(all).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  expect(all).not.toMatch(/^::error/m);
  expect([code, show.code, attempt.code, list.code]).toEqual([1, 0, 0, 0]);
});

test("an agent is found by its name in the configuration", async () => {
  const folder = temporaryFolder({
    "home/.flow-bundle/config.json": '{"agents":{"nobody":{"argv":["false"]}}}',
  });
  mkdirSync(join(folder, "runs"));
  const args = ["run", flowFile("agents"), "--runs-dir", join(folder, "runs"), "--approve-all"];
  const { code, stdout } = await runCommand(args, { env: { HOME: join(folder, "home") } });
  await onlyRun(join(folder, "runs"));
  expect(stdout).toMatch(/^failed at ask#1/);
  expect(code).toBe(1);
});
