import { setTimeout as sleep } from "node:timers/promises";
import { methods } from "@agentclientprotocol/sdk";
import type { PermissionOption } from "@agentclientprotocol/sdk";
import type { Step, Steps } from "./script.ts";
import { send } from "./turn.ts";
import type { Turn } from "./turn.ts";
import { toolFields } from "./updates.ts";

/** Reads a file at the client. */
export async function readFile({ read, line, limit }: Steps["read"], turn: Turn): Promise<string> {
  const { content } = await turn.client.request(methods.client.fs.readTextFile, {
    sessionId: turn.session?.id ?? "",
    path: read,
    ...(line !== undefined && { line }),
    ...(limit !== undefined && { limit }),
  });
  return content;
}

/** Writes a file at the client. */
export async function writeFile({ write, content }: Steps["write"], turn: Turn): Promise<string> {
  const params = { sessionId: turn.session?.id ?? "", path: write, content };
  await turn.client.request(methods.client.fs.writeTextFile, params);
  return write;
}

/** Runs a command in a terminal of the client. Gives its output, as far as it was asked for. */
export async function useTerminal(step: Steps["terminal"], turn: Turn): Promise<string> {
  const { terminal, tool, then = ["wait", "output", "release"] } = step;
  const handle = await turn.client.createTerminal({
    sessionId: turn.session?.id ?? "",
    ...terminal,
  });
  if (tool !== undefined) {
    await send(turn, {
      sessionUpdate: "tool_call_update",
      toolCallId: tool,
      content: [{ type: "terminal", terminalId: handle.id }],
    });
  }
  let last = handle.id;
  for (const action of then) {
    if (typeof action === "number") await sleep(action);
    else if (action === "output") ({ output: last } = await handle.currentOutput());
    else if (action === "wait") last = JSON.stringify(await handle.waitForExit());
    else if (action === "kill") await handle.kill();
    else await handle.release();
  }
  return last;
}

const defaultOptions: PermissionOption[] = [
  { optionId: "allow", name: "Allow", kind: "allow_once" },
  { optionId: "reject", name: "Reject", kind: "reject_once" },
];

/** Asks for permission. Gives the id of the chosen option or `cancelled`, and the steps for it. */
export async function askPermission(
  { permission, on = {} }: Steps["permission"],
  turn: Turn,
): Promise<{ answer: string; steps: readonly Step[] }> {
  const { tool = { id: "permission", title: "Something that needs permission" } } = permission;
  const { options = defaultOptions } = permission;
  const { outcome } = await turn.client.request(methods.client.session.requestPermission, {
    sessionId: turn.session?.id ?? "",
    toolCall: toolFields(tool),
    options,
  });
  const answer = outcome.outcome === "selected" ? outcome.optionId : "cancelled";
  const kind = options.find(({ optionId }) => optionId === answer)?.kind ?? answer;
  return { answer, steps: on[answer] ?? on[kind] ?? on["*"] ?? [] };
}

/** Sends a request of any kind. Gives the result as JSON. */
export async function ask({ ask: { method, params } }: Steps["ask"], turn: Turn): Promise<string> {
  return JSON.stringify(await turn.client.request<unknown>(method, params)) ?? "null";
}
