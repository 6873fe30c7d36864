import { memorySource } from "@flow-bundle/bundle";
import type { FoldState } from "@flow-bundle/bundle";
import type { Flow, FlowNode } from "@flow-bundle/schema";
import { expect, test } from "vitest";
import { recordedAgents } from "./recorded.ts";

type Cwd = FlowNode["cwd"];

/** What is read of sessions that were bound at nodes whose directories are these. */
function recorded(...sessions: { binding: object; cwd?: Cwd }[]) {
  const id = (index: number) => `s${index}`;
  const nodes = sessions.map(({ cwd }, index) => [id(index), { nodeType: "acp", cwd }] as const);
  const files = sessions.map(({ binding }, index): [string, string] => [
    `sessions/${id(index)}/binding.json`,
    JSON.stringify({ ...common, bundleId: id(index), ...binding }),
  ]);
  const fold = {
    sessions: sessions.map((_, index) => ({
      sessionId: id(index),
      boundBy: { nodeId: id(index) },
    })),
  };
  return recordedAgents(
    memorySource("run", new Map(files)),
    fold as unknown as FoldState,
    { nodes: Object.fromEntries(nodes) } as unknown as Flow,
  );
}

const common = {
  key: "k",
  handle: "main",
  name: "n",
  agentName: "scripted",
  agentCommand: "agent",
  cwd: "/srv",
  acpxRecordId: "r",
  acpSessionId: "a",
};

test("the last agent of each profile", async () => {
  const { byProfile } = await recorded(
    { binding: { agentCommand: "first" } },
    { binding: { agentCommand: "second", agentArgv: ["second", "x"] } },
    { binding: { profile: "reviewer", agentCommand: "agent --key [REDACTED:API_KEY]" } },
    { binding: { profile: "broken", agentCommand: 7 } },
  );
  expect(byProfile).toEqual(
    new Map([
      [
        undefined,
        {
          agentName: "scripted",
          agentCommand: "second",
          agentArgv: ["second", "x"],
          isRedacted: false,
        },
      ],
      ["reviewer", expect.objectContaining({ isRedacted: true })],
    ]),
  );
});

test.each([
  [{ mode: "default" }, "/srv/sub", "/srv/sub"],
  [{ mode: "static", value: "sub/" }, "/srv/sub", "/srv"],
  [{ mode: "static", value: "./a/../sub" }, "/srv/sub", "/srv"],
  [{ mode: "static", value: "sub" }, "/sub", "/"],
  [{ mode: "static", value: "../sub" }, "/srv/sub", undefined],
  [{ mode: "static", value: "/srv/sub" }, "/srv/sub", undefined],
  [{ mode: "static", value: "other" }, "/srv/sub", undefined],
  [{ mode: "dynamic" }, "/srv/sub", undefined],
  [{ mode: "default" }, "/srv/[REDACTED:API_KEY]", undefined],
] as const)("the directory of a run, from a node with %j in %s: %s", async (cwd, session, run) => {
  const { directory } = await recorded({ binding: { cwd: session }, cwd: cwd as Cwd });
  expect(directory).toBe(run);
});
