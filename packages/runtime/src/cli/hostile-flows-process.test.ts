import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingsOf, storyOf } from "../engine/testing/runs.ts";
import { onlyRun, runIn } from "./testing/bundles.ts";
import { runCommand, startCommand, until } from "./testing/command.ts";
import type { CommandResult } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

// Flows that work against who runs them.

/** A file with a flow whose members are these, and a folder for its runs. */
function written(members: string): { args: string[]; runs: string } {
  const folder = temporaryFolder();
  const file = join(folder, "hostile.flow.ts");
  const flow = `{ name: "hostile", startAt: "a", edges: [], ${members} }`;
  writeFileSync(file, `import { compute, defineFlow } from "acpx/flows";\nexport default ${flow};`);
  const runs = join(folder, "runs");
  return { args: ["run", file, "--runs-dir", runs], runs };
}

async function runFlow(members: string): Promise<CommandResult & { runs: string }> {
  const { args, runs } = written(members);
  return { ...(await runCommand(args)), runs };
}

test("the state that nodes see can be broken, and the run is told as it was", async () => {
  const { code, stdout, stderr, runs } = await runFlow(`nodes: {
    a: compute({ run: ({ state }) => {
      for (const key of Object.keys(state)) state[key] = key === "steps" ? null : { toString: null };
      return "fine";
    } }),
  }`);
  expect(stdout).toMatch(/^completed {2}1 attempt, \d+ ms\n {2}output {2}fine\n/);
  expect(stderr).toMatch(/^hostile .*\n.* ok .*\n$/);
  expect(code).toBe(0);
  expect(await findingsOf(await onlyRun(runs))).toEqual([]);
});

test("an output that has JSON only once is told as it was recorded", async () => {
  const { code, stdout, stderr } = await runFlow(`nodes: {
    a: compute({ run: () => {
      let times = 0;
      return { toJSON() { if (times++ > 0) throw new Error("again"); return { x: 1 }; } };
    } }),
  }`);
  expect(stdout).toContain('\n  output  {"x":1}\n');
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.not.stringContaining("again") });
});

test("a flow that ends the process: it says so, and the run can be taken up", async () => {
  const { code, stdout, stderr, runs } = await runFlow(`nodes: {
    a: compute({ run: () => process.exit(0) }),
  }`);
  expect(stderr).toMatch(
    /^hostile .*\nflow: something ended this process while the run went on.*\n$/,
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const path = runIn(runs);
  expect((await runCommand(["recover", path])).code).toBe(0);
  expect(storyOf(path)).toEqual(["run_started", "> a#1", "< a#1 cancelled", "run_failed"]);
  expect(await findingsOf(path)).toEqual([]);
});

test("an interruption before the run began", async () => {
  const { args, runs } = written(`
    run: { title: () => { console.log("title"); return new Promise(() => undefined); } },
    nodes: { a: compute({ run: () => 1 }) }`);
  const { child, result, written: output } = startCommand(args);
  await until(() => output.stderr.includes("title"), "the title is asked for");
  child.kill("SIGINT");
  const { code, stderr } = await result;
  expect(stderr).toMatch(/flow: Interrupted before the run began; nothing was written\n$/);
  expect(code).toBe(130);
  expect(() => runIn(runs)).toThrow("ENOENT");
});
