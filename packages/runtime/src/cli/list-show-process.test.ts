import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, runCommand } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

const fixtures = join(root, "fixtures");
const producers = readdirSync(join(fixtures, "third-party")).filter((name) =>
  /^acpx-[\d.]+$/.test(name),
);
const folders = ["valid", ...producers.map((name) => `third-party/${name}`)].map((name) =>
  join(fixtures, name),
);

interface Listed {
  readonly total: number;
  readonly runs: readonly {
    readonly id: string;
    readonly path: string;
    readonly state: string;
    readonly startedAt?: string;
    readonly waitingOn?: string;
    readonly problem?: string;
  }[];
}

async function list(runsDir: string, ...args: string[]): Promise<Listed> {
  const { code, stdout, stderr } = await runCommand([
    "list",
    "--runs-dir",
    runsDir,
    "--json",
    ...args,
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as Listed;
}

test.each(folders)("every bundle in %s is listed and can be shown", async (folder) => {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const { total, runs } = await list(folder, "--limit", "0");
  expect(total).toBe(names.length);
  expect(runs.filter(({ state }) => state === "broken")).toEqual([]);
  const times = runs.map(({ startedAt = "" }) => startedAt);
  expect(times).toEqual(times.toSorted().toReversed());
  // Each start of a process takes a while: some of many.
  const step = Math.ceil(runs.length / 4);
  for (const { id, path } of runs.filter((_, index) => index % step === 0)) {
    const show = await runCommand(["show", id, "--runs-dir", folder]);
    expect({ id, ...show }).toMatchObject({ id, code: 0, stderr: "" });
    const json = await runCommand(["show", path, "--json"]);
    const { run } = JSON.parse(json.stdout) as { run: { attempts: { attemptId: string }[] } };
    for (const { attemptId } of run.attempts.slice(-1)) {
      const page = await runCommand(["show", path, attemptId]);
      expect({ id, ...page }).toMatchObject({ code: 0, stderr: "" });
      const data = await runCommand(["show", path, attemptId, "--json"]);
      expect(JSON.parse(data.stdout)).toMatchObject({ path, attempt: { attemptId } });
    }
  }
});

test("newest first, with what a run waits for, limited, and by status", async () => {
  const folder = join(fixtures, "valid");
  const text = await runCommand(["list", "--runs-dir", folder, "--limit", "2"]);
  expect(text.stdout.split("\n")).toHaveLength(4);
  expect(text.stdout).toMatch(/^STATUS +STARTED +DURATION +FLOW +RUN +DETAIL\n/);
  expect(text.stderr).toMatch(/^flow: \d+ more runs; --limit 0 lists all\n$/);
  const { runs } = await list(folder, "--status", "waiting");
  expect(runs).toMatchObject([{ id: "1.1-waiting", state: "waiting", waitingOn: "approve" }]);
  const none = await runCommand(["list", "--runs-dir", temporaryFolder()]);
  expect(none).toMatchObject({ code: 0, stdout: "" });
  expect(none.stderr).toMatch(/^flow: there are no runs in /);
});

test("broken folders are listed as such, links are not followed", async () => {
  const folder = temporaryFolder({
    "a/notes.txt": "",
    "b/manifest.json": "{",
    "c.txt": "",
    "d/manifest.json/x": "",
  });
  symlinkSync(join(fixtures, "valid", "1.1-shell"), join(folder, "linked"));
  const { runs } = await list(folder);
  expect(runs.map(({ id, state }) => [id, state])).toEqual([
    ["d", "broken"],
    ["b", "broken"],
    ["a", "broken"],
  ]);
  const linked = await runCommand(["show", "linked", "--runs-dir", folder]);
  expect(linked.stderr).toMatch(/^flow: linked is a symbolic link in the runs folder/);
  expect(linked.code).toBe(2);
  expect((await runCommand(["show", join(folder, "linked")])).code).toBe(0);
});

test("a run is named by the beginning of its id, and by nothing else", async () => {
  const folder = temporaryFolder();
  const runs = join(folder, "runs");
  cpSync(join(fixtures, "valid"), runs, { recursive: true });
  cpSync(join(fixtures, "valid", "1.1-shell"), join(folder, "outside"), { recursive: true });
  const show = (name: string, cwd = runs) =>
    runCommand(["show", name], { env: { FLOW_RUNS_DIR: runs }, cwd });
  expect((await show("1.1-wait")).stdout).toMatch(/^publish-package {2}waiting\n/);
  expect((await show("1.1-shell")).stdout).toMatch(/^release-checks {2}completed\n/);
  const ambiguous = await show("1.1-acp");
  expect(ambiguous.code).toBe(2);
  expect(ambiguous.stderr).toBe(
    "flow: 3 runs begin with 1.1-acp; write more of the id:\n  1.1-acp-failed\n  1.1-acp-isolated\n  1.1-acp-two-turn\n",
  );
  // A path is one relative to the working directory, never to the runs folder.
  const elsewhere = join(folder, "else", "where");
  mkdirSync(elsewhere, { recursive: true });
  for (const name of ["a/../../outside", "../outside/../nothing", "..", ".", "", "*"]) {
    const { code, stdout } = await show(name, elsewhere);
    expect({ name, code, stdout }).toEqual({ name, code: 2, stdout: "" });
  }
  expect((await show("../../outside", elsewhere)).code).toBe(0);
});

test("show: an attempt by id, number or node, with its texts", async () => {
  const acp = join(fixtures, "valid", "1.1-acp-two-turn");
  const page = await runCommand(["show", acp, "draft#1"]);
  expect(page.stdout).toMatch(/^draft#1 {2}ok\n {2}node {7}draft, acp\n/);
  expect(page.stdout).toContain("  session    main-faa6bb08, handle main\n");
  expect(page.stdout).toContain("2 messages of sessions/main-faa6bb08/record.json\n");
  expect(page.stdout).toMatch(
    /^prompt {2}artifacts\/sha256-[0-9a-f]{64}\.txt, 100 bytes\n {2}Draft the release notes/m,
  );
  expect(page.stdout).toMatch(/^answer .*\n {2}## 2\.7\.0\n/m);
  expect((await runCommand(["show", acp, "1"])).stdout).toBe(page.stdout);
  expect((await runCommand(["show", acp, "draft"])).stdout).toBe(page.stdout);
  const wrong = await runCommand(["show", acp, "draft#2"]);
  expect(wrong.stderr).toBe(
    'flow: There is no attempt "draft#2" in this run; it has "draft#1", "review#1", "done#1"\n',
  );
  expect(wrong.code).toBe(2);
  const shell = await runCommand([
    "show",
    join(fixtures, "valid", "1.1-shell-timeout"),
    "integration",
  ]);
  expect(shell.code).toBe(2);
});

test("show: large texts are cut, and --full shows them", async () => {
  const large = join(fixtures, "valid", "1.1-large-output");
  const { stdout } = await runCommand(["show", large, "--json"]);
  const { run } = JSON.parse(stdout) as {
    run: { attempts: { attemptId: string; stdoutArtifact?: { bytes: number } }[] };
  };
  const attempt = run.attempts.find(({ stdoutArtifact }) => (stdoutArtifact?.bytes ?? 0) > 20_000);
  const cut = await runCommand(["show", large, attempt?.attemptId ?? ""]);
  expect(cut.stdout).toMatch(/--full shows all\)/);
  expect(cut.stdout.length).toBeLessThan(20_000);
  const full = await runCommand(["show", large, attempt?.attemptId ?? "", "--full"]);
  expect(full.stdout).not.toContain("--full");
  expect(full.stdout.length).toBeGreaterThan(20_000);
});

test("show: a torn trace is read as far as it goes, a damaged one is refused", async () => {
  const folder = temporaryFolder();
  const bundle = join(folder, "torn");
  cpSync(join(fixtures, "valid", "1.1-running"), bundle, { recursive: true });
  writeFileSync(join(bundle, "trace.ndjson"), '{"seq":', { flag: "a" });
  const torn = await runCommand(["show", bundle]);
  expect(torn.stdout).toMatch(/^ {2}trace {6}cannot be read from line \d+ on: /m);
  expect(torn.code).toBe(0);
  writeFileSync(join(bundle, "trace.ndjson"), '\n{"seq":9,"type":"x","at":"x","payload":{}}\n', {
    flag: "a",
  });
  const damaged = await runCommand(["show", bundle]);
  expect(damaged.stderr).toMatch(/^flow: trace\.ndjson:\d+: [^\n]+\n$/);
  expect(damaged.code).toBe(2);
  rmSync(join(bundle, "manifest.json"));
  expect((await runCommand(["show", bundle])).code).toBe(2);
});
