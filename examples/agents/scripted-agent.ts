import { Readable, Writable } from "node:stream";
import {
  PROTOCOL_VERSION,
  RequestError,
  agent,
  methods,
  ndJsonStream,
} from "@agentclientprotocol/sdk";
import type {
  AgentContext,
  ContentBlock,
  InitializeResponse,
  LoadSessionResponse,
  NewSessionResponse,
  PromptResponse,
} from "@agentclientprotocol/sdk";
import { readScript } from "./scripted/script.ts";
import type { Rule, Script, Step } from "./scripted/script.ts";
import { Sessions } from "./scripted/sessions.ts";
import type { Session } from "./scripted/sessions.ts";
import { execute } from "./scripted/steps.ts";
import { TurnEnd } from "./scripted/turn.ts";
import type { Turn } from "./scripted/turn.ts";

const script = read(process.argv[2] ?? process.env["SCRIPTED_AGENT_SCRIPT"]);
const sessions = new Sessions(process.env["SCRIPTED_AGENT_STATE"] ?? script.stateDir);
const { capabilities = {}, auth, session: facts = {} } = script;
let authenticated = auth?.required !== true;

function read(argument: string | undefined): Script {
  try {
    return readScript(argument);
  } catch (error) {
    process.stderr.write(`scripted-agent: ${(error as Error).message}\n`);
    process.exit(2);
  }
}

/** Executes the steps of a request; they may replace its answer. */
async function answering<T>(
  steps: readonly Step[],
  turn: Omit<Turn, "sessions" | "last">,
  answer: () => T,
): Promise<T> {
  try {
    await execute(steps, { ...turn, sessions, last: "" });
    return answer();
  } catch (error) {
    if (error instanceof TurnEnd) return error.answer as T;
    throw error;
  }
}

/** Executes what the script says about a method other than `session/prompt`. */
function on<T>(
  method: string,
  client: AgentContext,
  answer: () => T,
  session?: Session,
): Promise<T> {
  return answering(
    script.on?.[method] ?? [],
    {
      client,
      ...(session !== undefined && { session }),
      prompt: "",
      cancel: "obey",
      remember: false,
    },
    answer,
  );
}

function ready(): void {
  if (!authenticated) throw RequestError.authRequired();
}

function sessionAnswer() {
  const { agentSessionId, modes, configOptions } = facts;
  return {
    ...(modes !== undefined && { modes }),
    ...(configOptions !== undefined && { configOptions }),
    ...(agentSessionId !== undefined && { _meta: { agentSessionId } }),
  };
}

/** A session of an earlier process. */
function taken(id: string, cwd: string, offered: boolean | undefined, method: string): Session {
  ready();
  if (offered !== true) throw RequestError.methodNotFound(method);
  const session = sessions.get(id);
  session.cwd = cwd;
  return session;
}

function textOf(prompt: readonly ContentBlock[]): string {
  return prompt.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
}

function ruleFor(prompt: string, turn: number): Rule {
  const steps = script.turns?.[turn - 1];
  if (steps !== undefined) return { steps };
  const rule = script.rules?.find((candidate) => {
    const { when = "" } = candidate;
    if (candidate.turn !== undefined && candidate.turn !== turn) return false;
    if (typeof when === "string") return prompt.includes(when);
    return new RegExp(when.regex, when.flags).test(prompt);
  });
  return rule ?? { steps: [{ text: "echo: {{prompt}}" }] };
}

const app = agent({ name: "scripted-agent" })
  .onRequest(methods.agent.initialize, ({ client }) =>
    on("initialize", client, (): InitializeResponse => {
      const { load = false, resume = false, close = false, ...prompt } = capabilities;
      return {
        protocolVersion: script.protocolVersion ?? PROTOCOL_VERSION,
        agentCapabilities: {
          loadSession: load,
          promptCapabilities: prompt,
          sessionCapabilities: { ...(resume && { resume: {} }), ...(close && { close: {} }) },
        },
        agentInfo: { name: "scripted-agent", version: "1.0.0", ...script.agent },
        authMethods: [...(auth?.methods ?? [])],
      };
    }),
  )
  .onRequest(methods.agent.authenticate, ({ client, params: { methodId } }) =>
    on("authenticate", client, () => {
      if (auth?.methods.some(({ id }) => id === methodId) !== true) {
        throw RequestError.invalidParams({ methodId });
      }
      authenticated = true;
      return {};
    }),
  )
  .onRequest(methods.agent.session.new, ({ client, params: { cwd } }) => {
    ready();
    const session = sessions.create(cwd, facts.id);
    const answer = (): NewSessionResponse => ({ sessionId: session.id, ...sessionAnswer() });
    return on("session/new", client, answer, session);
  })
  .onRequest(methods.agent.session.load, async ({ client, params: { cwd, sessionId } }) => {
    const session = taken(sessionId, cwd, capabilities.load, "session/load");
    for (const update of session.history) {
      await client.notify(methods.client.session.update, { sessionId, update });
    }
    return on("session/load", client, (): LoadSessionResponse => sessionAnswer(), session);
  })
  .onRequest(methods.agent.session.resume, ({ client, params: { cwd, sessionId } }) => {
    const session = taken(sessionId, cwd, capabilities.resume, "session/resume");
    return on("session/resume", client, sessionAnswer, session);
  })
  .onRequest(methods.agent.session.close, ({ client, params: { sessionId } }) =>
    on("session/close", client, () => ({}), sessions.get(sessionId)),
  )
  .onRequest(methods.agent.session.setMode, ({ client, params: { sessionId } }) =>
    on("session/set_mode", client, () => ({}), sessions.get(sessionId)),
  )
  .onRequest(methods.agent.session.setConfigOption, ({ client, params: { sessionId } }) =>
    on(
      "session/set_config_option",
      client,
      () => ({ configOptions: facts.configOptions ?? [] }),
      sessions.get(sessionId),
    ),
  )
  .onRequest(methods.agent.session.prompt, async ({ client, params }) => {
    const session = sessions.get(params.sessionId);
    session.cancelled = new AbortController();
    session.turns++;
    for (const content of params.prompt) {
      sessions.note(session, { sessionUpdate: "user_message_chunk", content });
    }
    sessions.save(session);
    const prompt = textOf(params.prompt);
    const { steps, cancel = "obey" } = ruleFor(prompt, session.turns);
    try {
      return await answering(
        steps,
        { client, session, prompt, cancel, remember: true },
        (): PromptResponse => ({ stopReason: "end_turn" }),
      );
    } finally {
      sessions.save(session);
    }
  })
  .onNotification(methods.agent.session.cancel, ({ params: { sessionId } }) => {
    sessions.get(sessionId).cancelled.abort();
  });

for (const signal of script.ignoreSignals ?? []) process.on(signal, () => undefined);
// Else nothing keeps a hanging agent alive.
setInterval(() => undefined, 1 << 30);
const { closed } = app.connect(
  ndJsonStream(
    Writable.toWeb(process.stdout),
    Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>,
  ),
);
await closed;
if (script.ignoreStdinEnd !== true) process.exit(0);
