import { isPlain } from "../projection/limit.ts";
import { costOf, tokenUsage } from "./usage.ts";
import type { Cost, TokenUsage } from "./usage.ts";
import { isObject, listAt, member, objectAt, textAt } from "./values.ts";
import type { Json } from "./values.ts";

interface Command {
  readonly name: string;
  readonly description?: string;
  readonly has_input: boolean;
}

/** What a session is like now, apart from what was said. */
export class SessionFacts {
  title: string | null = null;
  protocolVersion: number | undefined;
  agentCapabilities: Json | undefined;
  modeId: string | undefined;
  configOptions: readonly unknown[] | undefined;
  commands: readonly Command[] | undefined;
  tokens: TokenUsage = {};
  cost: Cost | undefined;
  readonly tokensByPrompt = new Map<string, TokenUsage>();

  /** Of the answer to `initialize`. */
  agent(result: unknown): void {
    const version = member(result, "protocolVersion");
    if (typeof version === "number" && Number.isSafeInteger(version) && version >= 0) {
      this.protocolVersion = version;
    }
    const capabilities = member(result, "agentCapabilities");
    if (isObject(capabilities) && isPlain(capabilities)) this.agentCapabilities = capabilities;
  }

  /** Of the answer to `session/new`, `session/load`, `session/resume` and `session/set_config_option`. */
  session(result: unknown): void {
    this.modeId = textAt(member(result, "modes"), "currentModeId") ?? this.modeId;
    this.#config(result);
  }

  /** Tokens that a prompt took, as far as it is told. */
  usage(promptId: string | undefined, usage: unknown): void {
    const tokens = tokenUsage(usage);
    if (tokens === undefined) return;
    this.tokens = tokens;
    if (promptId !== undefined) this.tokensByPrompt.set(promptId, tokens);
  }

  /** Of a `session/update`. */
  update(update: Json, promptId: string | undefined): void {
    switch (textAt(update, "sessionUpdate")) {
      case "available_commands_update":
        if (Array.isArray(member(update, "availableCommands"))) {
          this.commands = listAt(update, "availableCommands").flatMap(command);
        }
        return;
      case "current_mode_update":
        this.modeId = textAt(update, "currentModeId") ?? this.modeId;
        return;
      case "config_option_update":
        this.#config(update);
        return;
      case "session_info_update": {
        const title = member(update, "title");
        if (typeof title === "string" || title === null) this.title = title;
        return;
      }
      case "usage_update":
        this.cost = costOf(member(update, "cost")) ?? this.cost;
        this.usage(promptId, member(objectAt(update, "_meta"), "usage"));
    }
  }

  /** Members of the record that are about the agent client's own data. */
  acpx(): Json {
    const { modeId, configOptions, commands } = this;
    return {
      ...(modeId !== undefined && { current_mode_id: modeId }),
      ...(configOptions !== undefined && { config_options: configOptions }),
      ...(commands !== undefined && { available_commands: commands }),
    };
  }

  #config(value: unknown): void {
    const options = member(value, "configOptions");
    if (Array.isArray(options)) this.configOptions = options.filter((option) => isPlain(option));
  }
}

function command(value: unknown): Command[] {
  const name = textAt(value, "name");
  if (name === undefined) return [];
  const description = textAt(value, "description");
  const has_input = isObject(member(value, "input"));
  return [{ name, ...(description !== undefined && { description }), has_input }];
}
