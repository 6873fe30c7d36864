import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "@flow-bundle/schema";
import { root, runCommand } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

const good = "fixtures/third-party/acpx-0.19.1/api-string";
const warned = "fixtures/third-party/acpx-0.4.0/acp-timeout";

/** A folder with copies of a good bundle under these names. */
function copies(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) cpSync(join(root, good), join(folder, name), { recursive: true });
  return folder;
}

function breakFlow(bundle: string): void {
  const file = join(bundle, "flow.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"startAt"', '"start_at"'));
}

function changeSchema(bundle: string): void {
  const file = join(bundle, "manifest.json");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("acpx.flow-run-bundle.v1", "acpx.flow-run-bundle.v2"),
  );
}

test("0: valid", async () => {
  const { code, stdout, stderr } = await runCommand([good]);
  expect(stderr).toBe("");
  expect(stdout).toMatch(
    /^valid {2}fixtures\/third-party\/acpx-0\.19\.1\/api-string \(completed, format 1\.0\): /,
  );
  expect(code).toBe(0);
});

test("1: invalid", async () => {
  const folder = copies("a");
  breakFlow(join(folder, "a"));
  const { code, stdout } = await runCommand(["a"], { cwd: folder });
  expect(stdout).toMatch(/^invalid {2}a /);
  expect(stdout).toContain("flow/wrong-name");
  expect(code).toBe(1);
});

test("1: findings at --fail-on, though the verdict is valid", async () => {
  expect((await runCommand([warned])).code).toBe(0);
  const { code, stdout } = await runCommand(["--fail-on", "warning", warned]);
  expect(stdout).toMatch(/^valid /);
  expect(stdout).toContain("1 valid bundle fails because of --fail-on warning");
  expect(code).toBe(1);
});

test("1: a run that has not ended, when that is required", async () => {
  const waiting = "fixtures/third-party/acpx-0.19.1/checkpoint";
  expect((await runCommand([waiting])).code).toBe(0);
  const { code, stdout } = await runCommand(["--require-finished", waiting]);
  expect(stdout).toContain("bundle/not-finished");
  expect(code).toBe(1);
});

test.each([
  [[], /^bundle-validate: no PATH was given\nUsage: bundle-validate /],
  [
    ["--fromat", "json", good],
    /^bundle-validate: unknown option --fromat; did you mean --format\?\n$/,
  ],
  [["nowhere"], /^bundle-validate: nowhere does not exist\n$/],
  [
    [`${good}/manifest.json`],
    /^bundle-validate: .* is a file; give the folder of the bundle: .*api-string\n$/,
  ],
  [["packages"], /^bundle-validate: packages is no bundle, /],
  [
    ["--only", "trace/sec", good],
    /^bundle-validate: --only: unknown rule trace\/sec; did you mean trace\/seq\?\n$/,
  ],
  [
    ["--ignore", "limits/bytes", good],
    /^bundle-validate: --ignore: rule limits\/bytes cannot be changed: /,
  ],
  [
    ["--explain", "trace/sec"],
    /^bundle-validate: --explain: unknown rule trace\/sec; did you mean trace\/seq\?\n$/,
  ],
  [["--explain", "trace/seq", good], /^bundle-validate: --explain takes no PATH/],
  [["--list-rules", "-f", "sarif"], /^bundle-validate: --list-rules prints text or json/],
  [
    ["--config", "nowhere.json", good],
    /^bundle-validate: --config: nowhere\.json does not exist\n$/,
  ],
  [
    ["--config", `${good}/manifest.json`, good],
    /lies in the bundle .*; a bundle cannot say how it is judged\n$/,
  ],
  [["-f", "json", "-f", "text", good], /json and text cannot both go to standard output/],
  [["-f", "json=nowhere/x.json", good], /there is no folder nowhere\n$/],
  [["-f", "json=fixtures", good], /this is a folder; give the name of a file\n$/],
  [["-f", `json=${good}/report.json`, good], /this would change the bundle/],
])("2: %j", async (args, message) => {
  const { code, stdout, stderr } = await runCommand(args);
  expect(stderr).toMatch(message);
  expect(stdout).toBe("");
  expect(code).toBe(2);
});

test("3: undetermined", async () => {
  const folder = copies("a");
  changeSchema(join(folder, "a"));
  const { code, stdout } = await runCommand(["a"], { cwd: folder });
  expect(stdout).toMatch(/^undetermined {2}a/);
  expect(code).toBe(3);
  expect((await runCommand(["--max-files", "2", good])).code).toBe(3);
});

test("the gravest of several counts, and every bundle is reported", async () => {
  const folder = copies("invalid", "undetermined", "valid");
  breakFlow(join(folder, "invalid"));
  changeSchema(join(folder, "undetermined"));
  const run = (...args: string[]) => runCommand(args, { cwd: folder });
  expect((await run("valid", "undetermined")).code).toBe(3);
  const all = await run(".");
  expect(all.code).toBe(1);
  expect(all.stdout).toContain("3 bundles: 1 valid, 1 invalid, 1 undetermined; ");
  const { code, stdout, stderr } = await run("-f", "json", "nowhere", ".");
  expect(code).toBe(2);
  expect(stderr).toBe("bundle-validate: nowhere does not exist\n");
  const report = JSON.parse(stdout) as Report;
  expect(report.bundles.map(({ path, verdict }) => [path, verdict])).toEqual([
    ["./invalid", "invalid"],
    ["./undetermined", "undetermined"],
    ["./valid", "valid"],
  ]);
  expect(report.failures).toEqual([{ path: "nowhere", message: "does not exist", exitCode: 2 }]);
});

test.each([1, 2, 3])("with %d jobs the report is the same", async (jobs) => {
  const folder = copies("a", "b", "c", "d");
  breakFlow(join(folder, "b"));
  const one = await runCommand(["-f", "json", "."], { cwd: folder });
  const many = await runCommand(["-f", "json", "--jobs", `${jobs}`, "."], { cwd: folder });
  expect(many).toEqual(one);
});

test("70: a fault of ours is no verdict", async () => {
  const folder = copies("victim");
  const { code, stdout, stderr } = await runCommand(["victim"], { cwd: folder, sabotage: "throw" });
  expect(code).toBe(70);
  expect(stderr).toMatch(
    /^bundle-validate: victim internal error: TypeError: sabotage\n.*Please report it/,
  );
  expect(stdout).toContain("not validated");
});

test("70: so is one that nobody waits for", async () => {
  const folder = copies("victim");
  const { code, stderr } = await runCommand(["victim"], { cwd: folder, sabotage: "reject" });
  expect(stderr).toContain("Please report it");
  expect(code).toBe(70);
});

test.each([
  ["throw", []],
  ["reject", []],
  ["exit", []],
  ["memory", ["--max-old-space-size=60"]],
])("70: a worker that dies (%s) takes only its bundle with it", async (sabotage, node) => {
  const folder = copies("a", "b-victim", "c", "d");
  const { code, stdout, stderr } = await runCommand(["-f", "json", "--jobs", "2", "."], {
    cwd: folder,
    sabotage,
    node,
  });
  expect(stderr).toContain("bundle-validate: ./b-victim internal error: ");
  expect(code).toBe(70);
  const report = JSON.parse(stdout) as Report;
  expect(report.bundles.map(({ path }) => path)).toEqual(["./a", "./c", "./d"]);
  expect(report.failures).toMatchObject([{ path: "./b-victim", exitCode: 70 }]);
});

test("130: interrupted", async () => {
  const folder = copies(...Array.from({ length: 30 }, (_, index) => `victim-${index}`));
  const { code } = await runCommand(["."], {
    cwd: folder,
    sabotage: "slow",
    signal: { name: "SIGINT", after: 1000 },
  });
  expect(code).toBe(130);
});

test("a reader that stops listening changes nothing", async () => {
  const { code, stderr } = await runCommand(["fixtures/third-party/acpx-0.19.1", "-f", "json"], {
    deaf: true,
  });
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test("colours: none without a terminal, unless they are asked for", async () => {
  const escape = "\u001b[";
  expect((await runCommand([good])).stdout).not.toContain(escape);
  expect((await runCommand(["--color", "always", good])).stdout).toContain(escape);
  expect((await runCommand([good], { env: { FORCE_COLOR: "1" } })).stdout).toContain(escape);
  expect((await runCommand([good], { env: { NO_COLOR: "1" } })).stdout).not.toContain(escape);
});

test("GitHub Actions gets annotations, below the directory of the repository", async () => {
  const folder = copies("runs/a");
  breakFlow(join(folder, "runs/a"));
  const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: folder };
  const text = await runCommand(["a"], { cwd: join(folder, "runs"), env });
  expect(text.stdout).toMatch(/^invalid {2}a /);
  expect(text.stdout).toContain("::error title=flow/wrong-name,file=runs/a/flow.json,");
  const json = await runCommand(["-f", "json", "a"], { cwd: join(folder, "runs"), env });
  expect(JSON.parse(json.stdout)).toMatchObject({ schema: "flow-run-bundle.report.v1" });
  expect(json.stderr).toContain("::error title=flow/wrong-name,");
  const explicit = await runCommand(["-f", "github", "a"], { cwd: join(folder, "runs"), env });
  expect(explicit.stdout.match(/flow\/wrong-name/g)).toHaveLength(1);
});

test("formats go to files, and the text stays on the terminal unless it is not wanted", async () => {
  const folder = copies("a");
  mkdirSync(join(folder, "out"));
  const args = ["-f", "sarif=out/r.sarif", "-f", "junit=out/r.xml", "-f", "text=out/r.txt", "a"];
  const { code, stdout } = await runCommand(args, { cwd: folder, env: { FORCE_COLOR: "1" } });
  expect(code).toBe(0);
  expect(stdout).toContain("valid");
  expect(JSON.parse(readFileSync(join(folder, "out/r.sarif"), "utf8"))).toMatchObject({
    version: "2.1.0",
  });
  expect(readFileSync(join(folder, "out/r.xml"), "utf8")).toContain("<testsuites ");
  expect(readFileSync(join(folder, "out/r.txt"), "utf8")).toMatch(/^valid {2}a /);
  expect((await runCommand(["--quiet", ...args], { cwd: folder })).stdout).toBe("");
});

test("a configuration changes severities and silences findings, and says what was of no use", async () => {
  const folder = copies("a");
  breakFlow(join(folder, "a"));
  const config = (value: unknown) => {
    writeFileSync(join(folder, "ci.json"), JSON.stringify(value));
    return runCommand(["--config", "ci.json", "a"], { cwd: folder });
  };
  const wrongName = { rule: "flow/wrong-name", file: "flow.json" };
  const lower = await config({ severity: [{ ...wrongName, severity: "warning" }] });
  expect(lower.stdout).toContain("warning  flow/wrong-name");
  const silent = await config({
    suppressions: [
      { ...wrongName, reason: "known", expires: "9999-12-31" },
      { rule: "trace/seq", reason: "for nothing", expires: "9999-12-31" },
      { rule: "trace/seq", reason: "too old", expires: "2020-01-01" },
    ],
  });
  expect(silent.stdout).not.toContain("error    flow/wrong-name");
  expect(silent.stdout).toContain("suppressed: 1 finding of flow/wrong-name: known");
  expect(silent.stderr).toBe(
    "bundle-validate: note: the suppression of trace/seq (for nothing) matched nothing\n" +
      "bundle-validate: note: the suppression of trace/seq (too old) expired on 2020-01-01 and has no effect\n",
  );
  const wrong = await config({ severity: [{ rule: "trace/sec", severity: "off" }] });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(
    /^bundle-validate: ci\.json:1:\d+: unknown rule trace\/sec; did you mean trace\/seq\?\n$/,
  );
});

test("what is known about the tool and its rules", async () => {
  const { version } = JSON.parse(
    readFileSync(join(root, "packages/validator/package.json"), "utf8"),
  );
  expect(await runCommand(["--version"])).toMatchObject({ code: 0, stdout: `${version}\n` });
  expect((await runCommand(["--help"])).stdout).toMatch(/^Usage: bundle-validate /);
  const list = await runCommand(["--list-rules"]);
  expect(list.stdout).toMatch(/^trace\/seq +error +error +/m);
  const rules = JSON.parse((await runCommand(["--list-rules", "-f", "json"])).stdout);
  expect(list.stdout.trimEnd().split("\n")).toHaveLength(rules.length + 1);
  const explained = await runCommand(["--explain", "bundle/not-finished"]);
  expect(explained.code).toBe(0);
  expect(explained.stdout).toMatch(/^bundle\/not-finished\n/);
  expect(explained.stdout).toContain("## How to mend it");
});
