import { PROTOCOL_VERSION, methods } from "@agentclientprotocol/sdk";
import type { AuthMethod, InitializeRequest } from "@agentclientprotocol/sdk";
import type { FlowRunnerOptions } from "../authoring/types.ts";
import { producer } from "../engine/producer.ts";
import { AgentError } from "./agent-error.ts";
import { within } from "./agent-process.ts";
import { authenticate, credentialHint } from "./auth.ts";
import type { AgentConnection } from "./connection.ts";
import { members } from "./messages.ts";
import { chooseModel, newSessionMeta } from "./session-options.ts";

const authRequired = -32000;

/** What an agent can do with sessions of an earlier process, and how one logs in. */
export interface AgentAbilities {
  readonly load: boolean;
  readonly resume: boolean;
  readonly authMethods: readonly AuthMethod[];
}

/**
 * Introduces the client to an agent, and authenticates as far as there are credentials.
 *
 * @param limitMs how long the agent may take to introduce itself.
 * @throws {AgentError} when it does not, or speaks another version of the protocol.
 */
export async function introduce(
  connection: AgentConnection,
  options: FlowRunnerOptions,
  limitMs: number,
): Promise<AgentAbilities> {
  const { name } = connection.agent;
  const request: InitializeRequest = {
    protocolVersion: PROTOCOL_VERSION,
    clientInfo: producer(),
    clientCapabilities: {
      fs: { readTextFile: options.fs !== false, writeTextFile: options.fs !== false },
      terminal: options.terminal !== false,
    },
  };
  const answer = connection.request(methods.agent.initialize, request);
  if (!(await within(answer, limitMs))) {
    const more = connection.agent.describeErrors() + connection.describeNoise();
    throw new AgentError(`${name} did not answer initialize within ${limitMs / 1000} s${more}`);
  }
  const { protocolVersion, agentCapabilities, authMethods } = await answer;
  if (protocolVersion !== PROTOCOL_VERSION) {
    throw new AgentError(
      `${name} speaks version ${JSON.stringify(protocolVersion) ?? "none"} of the Agent Client Protocol; this client speaks version ${PROTOCOL_VERSION}`,
    );
  }
  const offered = Array.isArray(authMethods) ? authMethods.filter(isAuthMethod) : [];
  await authenticate(name, offered, options, (method, params) =>
    connection.request(method, params),
  );
  const { loadSession, sessionCapabilities } = members(agentCapabilities);
  const { resume } = members(sessionCapabilities);
  return {
    load: loadSession === true,
    resume: typeof resume === "object" && resume !== null,
    authMethods: offered,
  };
}

/** Begins a session. @throws {AgentError} when the agent does not. */
export async function newSession(
  connection: AgentConnection,
  { authMethods }: AgentAbilities,
  cwd: string,
  { mcpServers = [], sessionOptions }: FlowRunnerOptions,
): Promise<{ readonly acpSessionId: string; readonly agentSessionId: string | undefined }> {
  let answer;
  try {
    answer = await connection.request(methods.agent.session.new, {
      cwd,
      mcpServers,
      ...newSessionMeta(sessionOptions),
    });
  } catch (error) {
    throw withHint(error, authMethods);
  }
  const { sessionId, _meta } = answer;
  if (typeof sessionId !== "string" || sessionId === "") {
    throw new AgentError(`${connection.agent.name} answered session/new without a sessionId`);
  }
  await chooseModel(connection, sessionId, answer, sessionOptions);
  const meta = members(_meta);
  const own = [meta["agentSessionId"], meta["sessionId"]].find(
    (id) => typeof id === "string" && id.trim() !== "",
  );
  return {
    acpSessionId: sessionId,
    agentSessionId: typeof own === "string" ? own.trim() : undefined,
  };
}

/** Goes on with a session of an earlier process. @throws {AgentError} when the agent cannot. */
export async function continueSession(
  connection: AgentConnection,
  { load, resume, authMethods }: AgentAbilities,
  sessionId: string,
  cwd: string,
  { mcpServers = [], sessionOptions }: FlowRunnerOptions,
): Promise<void> {
  const { session } = methods.agent;
  const { name } = connection.agent;
  if (!load && !resume) {
    throw new AgentError(
      `${name} had to be started again and can neither resume nor load sessions, so its conversation cannot go on`,
    );
  }
  let answer;
  try {
    // Resuming spares the history, which is recorded already.
    answer = await connection.request(resume ? session.resume : session.load, {
      sessionId,
      cwd,
      mcpServers,
    });
  } catch (error) {
    throw withHint(error, authMethods);
  }
  await chooseModel(connection, sessionId, answer, sessionOptions);
}

function withHint(error: unknown, methods: readonly AuthMethod[]): unknown {
  if (!(error instanceof AgentError)) return error;
  const code = members(error.cause)["code"];
  if (code !== authRequired) return error;
  return new AgentError(`${error.message}: ${credentialHint(methods)}`, { cause: error });
}

function isAuthMethod(value: unknown): value is AuthMethod {
  return typeof members(value)["id"] === "string";
}
