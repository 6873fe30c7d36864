import { expect, test } from "vitest";
import { nodeHost } from "@flow-bundle/bundle/node";
import { createProcessOwner } from "../process/index.ts";
import { AgentProcess } from "./agent-process.ts";
import { AgentConnection } from "./connection.ts";
import { introduce } from "./handshake.ts";
import { Recorder } from "./recorder.ts";
import { withoutLeftovers, workFolder } from "./testing/agent-run.ts";

test("an agent that does not introduce itself is not waited for without end", async () => {
  await withoutLeftovers(async () => {
    const args = ["-c", "echo One moment; sleep 60"];
    const start = { command: "sh", args, cwd: await workFolder(), env: process.env };
    const agent = await AgentProcess.start(createProcessOwner(), start, "my agent", Date.now);
    const recorder = new Recorder(nodeHost(), { messages: 0, apply: () => undefined });
    const connection = new AgentConnection(agent, recorder, {
      policy: { mode: "deny-all", nonInteractive: "deny" },
      files: undefined,
      terminals: undefined,
      sessionId: undefined,
      isServing: true,
      fail: () => undefined,
    });
    const options = { resolveAgent: () => ({}) as never, permissionMode: "deny-all" as const };
    await expect(introduce(connection, options, 800)).rejects.toThrow(
      /^The agent "my agent" did not answer initialize within 0.8 s; it wrote a line that is no JSON-RPC message, first: One moment$/,
    );
    await connection.stop();
    expect(connection.isOpen).toBe(false);
    await expect(connection.request("x", {})).rejects.toThrow(/was ended by SIGTERM/);
  });
});
