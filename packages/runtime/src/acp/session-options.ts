import { methods } from "@agentclientprotocol/sdk";
import type { SessionAgentOptions } from "../authoring/types.ts";
import { AgentError } from "./agent-error.ts";
import type { AgentConnection } from "./connection.ts";
import { members } from "./messages.ts";

/** What `session/new` says besides its parameters, under the names that adapters of coding agents know. */
export function newSessionMeta(options: SessionAgentOptions | undefined): {
  readonly _meta?: Record<string, unknown>;
} {
  const { model, allowedTools, maxTurns, systemPrompt } = options ?? {};
  const own = {
    ...(model !== undefined && { model }),
    ...(allowedTools !== undefined && { allowedTools: [...allowedTools] }),
    ...(maxTurns !== undefined && { maxTurns }),
  };
  const meta = {
    ...(Object.keys(own).length > 0 && { claudeCode: { options: own } }),
    ...(systemPrompt !== undefined && { systemPrompt }),
  };
  return Object.keys(meta).length > 0 ? { _meta: meta } : {};
}

/**
 * Has the agent use the model that is asked for.
 *
 * @param answer of the method that began the session, or went on with it: it tells the models.
 * @throws {AgentError} when the agent does not offer it.
 */
export async function chooseModel(
  connection: AgentConnection,
  sessionId: string,
  answer: unknown,
  options: SessionAgentOptions | undefined,
): Promise<void> {
  const model = options?.model;
  if (model === undefined) return;
  const { name } = connection.agent;
  const choice = modelChoice(answer);
  if (choice === undefined) {
    // Its adapter takes the model from what the session is begun with.
    if (/claude/i.test(name)) return;
    throw new AgentError(`${name} offers no choice of models, so ${quoted(model)} cannot be used`);
  }
  if (!choice.models.includes(model)) {
    const known = choice.models.map(quoted).join(", ");
    throw new AgentError(`${name} does not offer the model ${quoted(model)}; it offers ${known}`);
  }
  const { setConfigOption } = methods.agent.session;
  await connection.request(setConfigOption, {
    sessionId,
    configId: choice.configId,
    value: model,
  });
}

/** The models of an agent, and the option that chooses one; undefined when it has none. */
function modelChoice(
  answer: unknown,
): { readonly configId: string; readonly models: readonly string[] } | undefined {
  const { configOptions } = members(answer);
  if (!Array.isArray(configOptions)) return undefined;
  for (const { id, category, type, options } of configOptions.map(members)) {
    const isModel = category === "model" && type === "select" && typeof id === "string";
    if (isModel) return { configId: id, models: valuesOf(options) };
  }
  return undefined;
}

/** Values of options, which may stand in groups. */
function valuesOf(options: unknown): string[] {
  if (!Array.isArray(options)) return [];
  return options.map(members).flatMap(({ value, options: group }) => {
    return typeof value === "string" ? [value] : valuesOf(group);
  });
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
