import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { eventsOf, findingsOf } from "../engine/testing/runs.ts";
import { onlyRun } from "./testing/bundles.ts";
import { flowFile, root, runCommand } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

const agent = join(root, "examples/agents/scripted-agent.ts");

/** A run with an agent whose sessions outlive it, waiting at its checkpoint. */
async function waitingRun(secret = "") {
  const folder = temporaryFolder();
  const script = JSON.stringify({ capabilities: { load: true }, stateDir: join(folder, "state") });
  const command = `${process.execPath} ${agent} '${script}' ${secret}`;
  const runs = join(folder, "runs");
  const work = temporaryFolder();
  const env = { AGENT_TOKEN: secret };
  const flow = flowFile("agent-ask");
  const args = ["run", flow, "--agent", command, "--runs-dir", runs];
  const { stdout } = await runCommand(args, { cwd: work, env });
  const path = await onlyRun(runs);
  return { runs, path, id: basename(path), work, command, env, stdout };
}

function sessionsOf(path: string): string[] {
  return eventsOf(path).flatMap(({ type, sessionId }) =>
    type === "session_bound" ? [sessionId ?? ""] : [],
  );
}

test("a run that goes on keeps its agent, its session and its directory", async () => {
  const { runs, path, id, stdout } = await waitingRun();
  expect(stdout).toContain(`\n  flow resume ${id} --runs-dir ${runs} --input-json JSON\n`);
  const resumed = await runCommand(["resume", id, "--runs-dir", runs]);
  expect(resumed).toMatchObject({ code: 0, stdout: expect.stringContaining("echo: after") });
  const sessions = sessionsOf(path);
  expect(sessions).toHaveLength(1);
  const events = readFileSync(join(path, `sessions/${sessions[0]}/events.ndjson`), "utf8");
  expect(events.match(/"method":"session\/load"/g)).toHaveLength(1);
  expect(await findingsOf(path)).toEqual([]);
});

test("the recorded agents of a bundle from elsewhere are not started", async () => {
  const { runs, path, command, work } = await waitingRun();
  const { code, stderr } = await runCommand(["resume", path]);
  expect(stderr).toMatch(
    /^flow: node "after": no profile names an agent, and there is no default one/,
  );
  expect(stderr).toContain(`add --runs-dir ${runs}\n`);
  expect(code).toBe(2);
  const given = await runCommand(["resume", path, "--agent", command, "--cwd", work]);
  expect(given.code).toBe(0);
  expect(sessionsOf(path)).toHaveLength(1);
  expect(await findingsOf(path)).toEqual([]);
});

test("a command with a secret has to be given again, and the session goes on", async () => {
  const { runs, path, id, command, env } = await waitingRun("a-secret-of-the-agent");
  const { code, stderr } = await runCommand(["resume", id, "--runs-dir", runs], { env });
  expect(stderr).toContain("[REDACTED:AGENT_TOKEN]; give it again with --agent COMMAND");
  expect(code).toBe(2);
  const args = ["resume", id, "--runs-dir", runs, "--agent", command];
  expect((await runCommand(args, { env })).code).toBe(0);
  expect(sessionsOf(path)).toHaveLength(1);
  expect(await findingsOf(path)).toEqual([]);
});

test("the directory of the run is gone", async () => {
  const { runs, id, work } = await waitingRun();
  rmSync(work, { recursive: true });
  const { code, stderr } = await runCommand(["resume", id, "--runs-dir", runs]);
  expect(stderr).toBe(
    `flow: The run was begun in ${work}, which is no folder now; name one with --cwd\n`,
  );
  expect(code).toBe(2);
});
