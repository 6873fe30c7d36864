import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { RequestError } from "@agentclientprotocol/sdk";
import type { SessionUpdate } from "@agentclientprotocol/sdk";
import { ask, askPermission, readFile, useTerminal, writeFile } from "./requests.ts";
import { stepName } from "./script.ts";
import type { Step, Steps } from "./script.ts";
import { fill } from "./texts.ts";
import { TurnEnd, send } from "./turn.ts";
import type { Turn } from "./turn.ts";
import {
  audioBlock,
  chunks,
  commands,
  imageBlock,
  plan,
  toolUpdate,
  toolUpdates,
} from "./updates.ts";

/** Executes steps one after the other. @throws {TurnEnd} or {RequestError}: how the request is answered. */
export async function execute(steps: readonly Step[], turn: Turn): Promise<void> {
  for (const step of steps) {
    await perform(step, turn);
    if (turn.cancel === "obey" && turn.session?.cancelled.signal.aborted === true) {
      throw new TurnEnd({ stopReason: "cancelled" });
    }
  }
}

type Handlers = {
  readonly [Name in keyof Steps]: (step: Steps[Name], turn: Turn) => Promise<unknown> | void;
};

async function perform(step: Step, turn: Turn): Promise<void> {
  const { session, prompt, last } = turn;
  const values = new Map([
    ["prompt", prompt],
    ["last", last],
    ["cwd", session?.cwd ?? ""],
    ["sessionId", session?.id ?? ""],
    ["turn", String(session?.turns ?? 0)],
    ["pid", String(process.pid)],
  ]);
  const handler = handlers[stepName(step)] as (step: Step, turn: Turn) => Promise<unknown>;
  await handler(fill(step, values), turn);
}

async function sendAll(
  turn: Turn,
  updates: readonly SessionUpdate[],
  delayMs?: number,
): Promise<void> {
  for (const update of updates) {
    if (delayMs !== undefined) await pause(turn, delayMs);
    if (turn.cancel === "obey" && turn.session?.cancelled.signal.aborted === true) return;
    await send(turn, update);
  }
}

/** Waits; a cancellation that is obeyed ends the wait. */
async function pause({ session, cancel }: Turn, ms: number): Promise<void> {
  const signal = cancel === "obey" ? session?.cancelled.signal : undefined;
  await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

const handlers: Handlers = {
  text: (step, turn) => sendAll(turn, chunks("agent_message_chunk", step.text, step), step.delayMs),
  thought: (step, turn) =>
    sendAll(turn, chunks("agent_thought_chunk", step.thought, step), step.delayMs),
  user: (step, turn) => sendAll(turn, chunks("user_message_chunk", step.user, step), step.delayMs),
  content: ({ content }, turn) => send(turn, { sessionUpdate: "agent_message_chunk", content }),
  image: ({ image }, turn) =>
    send(turn, { sessionUpdate: "agent_message_chunk", content: imageBlock(image) }),
  audio: ({ audio }, turn) =>
    send(turn, { sessionUpdate: "agent_message_chunk", content: audioBlock(audio) }),
  plan: ({ plan: entries }, turn) => send(turn, plan(entries)),
  tool: ({ tool }, turn) => sendAll(turn, toolUpdates(tool)),
  toolUpdate: ({ toolUpdate: tool }, turn) => send(turn, toolUpdate(tool)),
  usage: ({ usage }, turn) =>
    send(turn, { sessionUpdate: "usage_update", used: 0, size: 0, ...usage }),
  commands: ({ commands: list }, turn) => send(turn, commands(list)),
  mode: ({ mode }, turn) =>
    send(turn, { sessionUpdate: "current_mode_update", currentModeId: mode }),
  config: ({ config }, turn) =>
    send(turn, { sessionUpdate: "config_option_update", configOptions: config }),
  info: ({ info }, turn) => send(turn, { sessionUpdate: "session_info_update", ...info }),
  update: ({ update, sessionId }, turn) => send(turn, update, sessionId),
  read: (step, turn) => attempt(step, turn, () => readFile(step, turn)),
  write: (step, turn) => attempt(step, turn, () => writeFile(step, turn)),
  terminal: (step, turn) => attempt(step, turn, () => useTerminal(step, turn)),
  permission: (step, turn) =>
    attempt(step, turn, async () => {
      const { answer, steps } = await askPermission(step, turn);
      turn.last = answer;
      await execute(steps, turn);
      return turn.last;
    }),
  ask: (step, turn) => attempt(step, turn, () => ask(step, turn)),
  notify: ({ notify: { method, params } }, turn) => turn.client.notify(method, params),
  garbage({ garbage, base64 = false, newline = true }) {
    process.stdout.write(Buffer.from(garbage, base64 ? "base64" : "utf8"));
    if (newline) process.stdout.write("\n");
  },
  stderr({ stderr }) {
    process.stderr.write(stderr);
  },
  sleep: (step, turn) => pause(turn, step.sleep),
  async repeat({ repeat, steps }, turn) {
    for (let time = 0; time < repeat; time++) await execute(steps, turn);
  },
  later({ later, steps }, turn) {
    setTimeout(() => void execute(steps, { ...turn, cancel: "ignore" }).catch(tell), later);
  },
  async hang({ hang, afterCancel }, turn) {
    const signal = turn.session?.cancelled.signal;
    await new Promise<void>((resolve) => {
      if (signal?.aborted === true) resolve();
      else signal?.addEventListener("abort", () => resolve(), { once: true });
    });
    if (afterCancel !== undefined) await execute(afterCancel, { ...turn, cancel: "ignore" });
    if (hang === "ignore") await new Promise(() => undefined);
    throw new TurnEnd({ stopReason: "cancelled" });
  },
  child({ child: [command = "sleep", ...args], detached = false }, turn) {
    const { pid = 0 } = spawn(command, args, { stdio: "ignore", detached }).on("error", tell);
    turn.last = String(pid);
  },
  async crash({ crash }) {
    if (typeof crash === "number") process.exit(crash);
    process.kill(process.pid, crash);
    await new Promise(() => undefined);
  },
  error({ error: { code = -32603, message = "The script says so", data } }) {
    throw new RequestError(code, message, data);
  },
  stop({ stop, ...more }) {
    throw new TurnEnd({ stopReason: stop, ...more });
  },
  answer({ answer }) {
    throw new TurnEnd(answer);
  },
};

/** A request to the client: what comes of it is `{{last}}`, be it an error. */
async function attempt(
  { else: otherwise = [] }: { readonly else?: readonly Step[] },
  turn: Turn,
  request: () => Promise<string>,
): Promise<void> {
  try {
    turn.last = await request();
  } catch (error) {
    if (error instanceof TurnEnd) throw error;
    const { code, message } = error as RequestError;
    turn.last = `error ${code}: ${message}`;
    await execute(otherwise, turn);
  }
}

function tell(error: unknown): void {
  process.stderr.write(`scripted-agent: ${String(error)}\n`);
}
