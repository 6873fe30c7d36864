import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { directorySource } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root, runCommand } from "../../packages/runtime/src/cli/testing/command.ts";
import { makeChangedRepository } from "./flows/repository.ts";

/** The examples as people run them: with the command `flow`, in folders of their own, on the real clock. */
let folder: string;
let project: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "example flows "));
  project = join(folder, "project");
  cpSync(join(root, "examples/flows/projects/average"), project, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly status: string;
  readonly path: string;
  readonly error?: string;
  /** Outcomes by attempt, in order. */
  readonly story: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Runs an example with its own agent, or with the one that is named; the bundle must be valid. */
function run(
  name: string,
  input: object,
  { agent = name, grant = "--approve-reads" } = {},
): Promise<Ended> {
  const file = join(root, `examples/flows/${name}.flow.ts`);
  const args = ["--input-json", JSON.stringify(input), "--agent", agentOf(agent), grant];
  return flow("run", file, ...args, "--cwd", project);
}

/** The scripted agent with the script of an example; without a name it repeats what it is told. */
function agentOf(name: string): string {
  const script = name === "" ? [] : [join(root, `examples/flows/agents/${name}.json`)];
  const words = ["node", join(root, "examples/agents/scripted-agent.ts"), ...script];
  return words.map((word) => JSON.stringify(word)).join(" ");
}

function resume({ path }: Ended, name: string, answer: object): Promise<Ended> {
  const input = JSON.stringify(answer);
  return flow("resume", path, "--input-json", input, "--agent", agentOf(name));
}

async function flow(...args: string[]): Promise<Ended> {
  const { code, stdout, stderr } = await runCommand(
    [...args, "--runs-dir", join(folder, "runs"), "--json"],
    { cwd: project, env: { SCRIPTED_AGENT_STATE: join(folder, "agent") } },
  );
  expect(stderr).toBe("");
  const lines = stdout.trim().split("\n");
  const { path } = JSON.parse(lines.at(-1) ?? "") as { path: string };
  const report = await validateBundle(directorySource(path));
  expect(report).toMatchObject({ verdict: "valid", findings: [] });
  const state = JSON.parse(readFileSync(join(path, "projections/run.json"), "utf8")) as {
    status: string;
    error?: string;
    outputs: Record<string, unknown>;
    steps: { attemptId: string; outcome: string }[];
  };
  const story = state.steps.map(({ attemptId, outcome }) => `${attemptId} ${outcome}`);
  return { code, path, story, ...state };
}

test("echo", async () => {
  const { code, outputs } = await run("echo", { text: "Hi" });
  expect(code).toBe(0);
  expect(outputs).toEqual({ answer: "You said: Hi" });
});

test.each([
  ["a bug", {}, "report", expect.objectContaining({ labels: ["bug", "needs-triage"] })],
  [
    "a question",
    { message: "How do I call it?" },
    "answer",
    expect.stringMatching(/^Call it with/),
  ],
  ["praise", { message: "I love it." }, "thank", "Thank you! That is good to read."],
])("branch: %s", async (_, input, node, output) => {
  const { code, story, outputs } = await run("branch", input);
  expect(code).toBe(0);
  expect(story).toEqual(["classify#1 ok", `${node}#1 ok`]);
  expect(outputs[node]).toEqual(output);
});

test.each([
  ["node check.mjs", "complain", "Not yet: failed: average([]) is NaN, expected 0"],
  ["exit 3", "complain", "Not yet: the checks failed without a word"],
  ["true", "celebrate", "All checks passed."],
])("shell: %s", async (command, node, output) => {
  const { code, outputs } = await run("shell", { command });
  expect(code).toBe(0);
  expect(outputs[node]).toBe(output);
});

test("workdir", async () => {
  const { code, outputs } = await run("workdir", {});
  expect(code).toBe(0);
  expect(outputs).toMatchObject({ analyse: "February", verify: "February,30" });
  const { folder: used } = outputs["prepare"] as { folder: string };
  expect(() => readFileSync(join(used, "sales.csv"))).toThrow("ENOENT");
});

const check = ["node", "check.mjs"];

test("two-turn", async () => {
  const { code, story, outputs } = await run("two-turn", { check }, { grant: "--approve-all" });
  expect(code).toBe(0);
  expect(story).toEqual(["fix#1 ok", "check#1 ok", "describe#1 ok", "entry#1 ok"]);
  expect(outputs["entry"]).toMatchObject({ changelog: expect.stringContaining("Fixed") });
});

test("two-turn is refused when the agent may not do what it needs", async () => {
  const line = ["run", join(root, "examples/flows/two-turn.flow.ts"), "--agent", "unused"];
  const { code, stdout, stderr } = await runCommand(line, { cwd: project });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("--approve-all");
});

test("retry-loop: done at the second try", async () => {
  const { code, story } = await run("retry-loop", { check }, { grant: "--approve-all" });
  expect(code).toBe(0);
  expect(story).toEqual([
    "work#1 ok",
    "check#1 failed",
    "again#1 ok",
    "work#2 ok",
    "check#2 ok",
    "done#1 ok",
  ]);
});

test("retry-loop: an agent that only talks is given up", async () => {
  const ended = await run("retry-loop", { check }, { agent: "", grant: "--approve-all" });
  expect(ended).toMatchObject({ code: 1, status: "failed" });
  expect(ended.error).toBe("The check still fails after 3 tries");
  // The agent repeats its prompt, which has the words of the check.
  expect(ended.outputs["work"]).toContain("failed: average([]) is NaN, expected 0");
});

test("approval: revised, then published", async () => {
  const waiting = await run("approval", {});
  expect(waiting).toMatchObject({ code: 0, status: "waiting" });
  expect(waiting.outputs["review"]).toEqual({ announcement: expect.stringContaining("2.0") });
  const again = await resume(waiting, "approval", { decision: "revise", comment: "More joy" });
  expect(again).toMatchObject({ code: 0, status: "waiting" });
  expect(again.outputs["draft"]).toContain("finally");
  const done = await resume(again, "approval", { decision: "publish" });
  expect(done).toMatchObject({ code: 0, status: "completed" });
  expect(readFileSync(join(project, "ANNOUNCEMENT.md"), "utf8")).toContain("finally");
}, 60_000);

test("approval: dropped", async () => {
  const done = await resume(await run("approval", {}), "approval", { decision: "drop" });
  expect(done).toMatchObject({
    code: 0,
    status: "completed",
    outputs: { drop: { published: null } },
  });
});

test("triage: a risky change waits for somebody", async () => {
  makeChangedRepository(project);
  const waiting = await run("triage", { checks: "node check.mjs" });
  expect(waiting).toMatchObject({ code: 0, status: "waiting" });
  expect(waiting.story.filter((step) => step.startsWith("judge"))).toEqual([
    "judge#1 ok",
    "judge#2 ok",
    "judge#3 ok",
    "judge#4 failed",
  ]);
  const done = await resume(waiting, "triage", { approved: false, comment: "Not now" });
  expect(done).toMatchObject({ code: 0, status: "completed" });
  expect(readFileSync(join(project, ".git/triage.md"), "utf8")).toBe(`# Changes since 1e0b7a7

## risky

- \`check.mjs\`: A case was taken out of the checks.

## review

- \`average.mjs\`: Code changes, and the checks cover it.
- \`notes.md\`: No verdict: The answer is no JSON: I like this file, but I cannot say how risky it is.

## safe

- \`README.md\`: Only words for people change.

Checks: passed

Decision: not approved

Not now
`);
});

test("triage: nothing has changed, nobody is asked", async () => {
  makeChangedRepository(project);
  execFileSync("git", ["reset", "--quiet", "--hard"], { cwd: project });
  rmSync(join(project, "notes.md"));
  const ended = await run("triage", { report: "triage.md" });
  expect(ended).toMatchObject({ code: 0, status: "completed" });
  expect(ended.story).toEqual([
    "collect#1 ok",
    "next#1 ok",
    "check#1 ok",
    "weigh#1 ok",
    "report#1 ok",
  ]);
  expect(readFileSync(join(project, "triage.md"), "utf8")).toMatch(
    /^# Changes since [0-9a-f]+\n\nChecks: passed\n/,
  );
});

test("triage: file names of every sort, from a folder of the repository", async () => {
  makeChangedRepository(project);
  const inner = join(project, "inner folder");
  mkdirSync(inner);
  const names = ["*", "-n", "a b", 'quote"d', "line\nend", "ü", ":(top)"];
  for (const name of names) writeFileSync(join(inner, name), "new\n");
  const ended = await run("triage", { repo: inner, checks: "true" });
  expect(ended).toMatchObject({ code: 0, status: "completed" });
  const { changes } = ended.outputs["collect"] as { changes: { path: string; patch: string }[] };
  expect(changes.map(({ path }) => path).toSorted()).toEqual(names.toSorted());
  for (const { patch } of changes) expect(patch).toContain("+new");
}, 60_000);

test("triage: no repository", async () => {
  const ended = await run("triage", {});
  expect(ended).toMatchObject({ code: 1, status: "failed" });
  expect(ended.error).toMatch(/^git diff failed: /);
});
