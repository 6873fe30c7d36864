import { isPlain } from "../projection/limit.ts";
import type { AgentAnswer, SessionAnswer } from "../session/answers.ts";
import type { AgentCommand, SessionUpdate } from "../session/update.ts";
import type { Json } from "../session/values.ts";
import { costOf, tokenUsage } from "./usage.ts";
import type { Cost, TokenUsage } from "./usage.ts";

/** What a session is like now, apart from what was said. */
export class SessionFacts {
  title: string | null = null;
  protocolVersion: number | undefined;
  agentCapabilities: Json | undefined;
  modeId: string | undefined;
  configOptions: readonly unknown[] | undefined;
  commands: readonly object[] | undefined;
  tokens: TokenUsage = {};
  cost: Cost | undefined;
  readonly tokensByPrompt = new Map<string, TokenUsage>();

  /** Of the answer to `initialize`. */
  agent({ protocolVersion: version, capabilities }: AgentAnswer): void {
    if (typeof version === "number" && Number.isSafeInteger(version) && version >= 0) {
      this.protocolVersion = version;
    }
    if (capabilities !== undefined && isPlain(capabilities)) this.agentCapabilities = capabilities;
  }

  /** Of the answer to `session/new`, `session/load`, `session/resume` and `session/set_config_option`. */
  session({ modeId, configOptions }: SessionAnswer): void {
    this.modeId = modeId ?? this.modeId;
    this.#config(configOptions);
  }

  /** Tokens that a prompt took, as far as it is told. */
  usage(promptId: string | undefined, usage: unknown): void {
    const tokens = tokenUsage(usage);
    if (tokens === undefined) return;
    this.tokens = tokens;
    if (promptId !== undefined) this.tokensByPrompt.set(promptId, tokens);
  }

  /** Of an update of the session. */
  update(update: SessionUpdate, promptId: string | undefined): void {
    switch (update.kind) {
      case "commands":
        this.commands = update.commands?.map(commandRecord) ?? this.commands;
        return;
      case "mode":
        this.modeId = update.modeId ?? this.modeId;
        return;
      case "config":
        this.#config(update.options);
        return;
      case "info":
        if (update.title !== undefined) this.title = update.title;
        return;
      case "usage":
        this.cost = costOf(update.cost) ?? this.cost;
        this.usage(promptId, update.tokens);
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

  #config(options: readonly unknown[] | undefined): void {
    if (options !== undefined) this.configOptions = options.filter((option) => isPlain(option));
  }
}

function commandRecord({ name, description, hasInput }: AgentCommand): object {
  return { name, ...(description !== undefined && { description }), has_input: hasInput };
}
