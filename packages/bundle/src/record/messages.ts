import type { SessionRecord } from "@flow-bundle/schema";
import type { ContentBlock } from "../session/content-block.ts";
import { GrowingText } from "../session/growing-text.ts";
import { updatedToolCall } from "../session/tool-call.ts";
import type { ToolCall } from "../session/tool-call.ts";
import type { SessionUpdate } from "../session/update.ts";
import type { Json } from "../session/values.ts";
import { agentText, toolText, userContent } from "./content.ts";
import type { UserContent } from "./content.ts";
import { recordable, textOf } from "./values.ts";

type RecordMessage = SessionRecord["messages"][number];

interface UserMessage {
  readonly role: "user";
  readonly id: string;
  /** `seq` of the prompt that it is; absent for one that the agent tells. */
  readonly promptSeq?: number;
  readonly content: UserContent[];
}

interface AgentMessage {
  readonly role: "agent";
  readonly content: (Said | Call)[];
}

interface Said {
  readonly kind: "Text" | "Thinking";
  readonly text: GrowingText;
}

interface Call {
  readonly kind: "ToolUse";
  state: ToolCall;
}

/** The messages of a session, as its updates make them up. */
export class Messages {
  readonly #sessionId: string;
  readonly #all: (UserMessage | AgentMessage)[] = [];
  /** Positions of the prompts, oldest first. */
  readonly #prompts: number[] = [];
  /** Tool calls since the last prompt. */
  readonly #calls = new Map<string, Call>();
  /** Whether what the agent says goes on with the last message. */
  #open = true;

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
  }

  get count(): number {
    return this.#all.length;
  }

  /** Id of the last prompt's message. */
  get lastPromptId(): string | undefined {
    const message = this.#all[this.#prompts.at(-1) ?? -1];
    return message?.role === "user" ? message.id : undefined;
  }

  /** Id of the message that a prompt with this `seq` became. */
  promptId(seq: number): string {
    return `${this.#sessionId}#${seq}`;
  }

  /** Position of the first prompt whose `seq` is at least so much. */
  promptFrom(seq: number): number | undefined {
    let first: number | undefined;
    for (let at = this.#prompts.length - 1; at >= 0; at--) {
      const position = this.#prompts[at] ?? 0;
      const message = this.#all[position];
      if (message?.role !== "user" || (message.promptSeq ?? 0) < seq) break;
      first = position;
    }
    return first;
  }

  /** A prompt: a message of the user. */
  prompt(seq: number, blocks: readonly ContentBlock[]): void {
    this.#calls.clear();
    this.#open = true;
    this.#prompts.push(this.#all.length);
    const content = blocks.map(userContent).filter((piece) => piece !== undefined);
    this.#all.push({ role: "user", id: this.promptId(seq), promptSeq: seq, content });
  }

  /** The prompt was answered: what comes now is no part of the turn. */
  endTurn(): void {
    this.#open = false;
  }

  /** Adds what an update of the session says. Tells whether it changed a message. */
  update(seq: number, update: SessionUpdate): boolean {
    if (update.kind === "tool") return this.#toolCall(update.id, update.value);
    if (update.kind !== "chunk") return false;
    const { role, block } = update;
    if (role === "user") return this.#userChunk(seq, userContent(block));
    return this.#say(role === "agent" ? "Text" : "Thinking", agentText(block));
  }

  /** The messages in the form of the record. */
  toRecord(): RecordMessage[] {
    return this.#all.map((message) =>
      message.role === "user"
        ? { User: { id: message.id, content: [...message.content] } }
        : { Agent: agentRecord(message) },
    );
  }

  #userChunk(seq: number, content: UserContent | undefined): boolean {
    if (content === undefined || ("Text" in content && content.Text === "")) return false;
    const last = this.#all.at(-1);
    if (last?.role !== "user" || last.promptSeq !== undefined || !this.#open) {
      this.#open = true;
      this.#all.push({ role: "user", id: this.promptId(seq), content: [content] });
      return true;
    }
    const before = last.content.at(-1);
    if (before !== undefined && "Text" in before && "Text" in content) {
      last.content[last.content.length - 1] = { Text: before.Text + content.Text };
    } else last.content.push(content);
    return true;
  }

  #say(kind: "Text" | "Thinking", text: string): boolean {
    if (text === "") return false;
    const { content } = this.#agent();
    const last = content.at(-1);
    if (last?.kind === kind) last.text.add(text);
    else content.push({ kind, text: new GrowingText(text) });
    return true;
  }

  #toolCall(id: string, told: Json): boolean {
    const call = this.#calls.get(id);
    const state = updatedToolCall(id, call?.state, told);
    if (call === undefined) {
      const added: Call = { kind: "ToolUse", state };
      this.#calls.set(id, added);
      this.#agent().content.push(added);
    } else call.state = state;
    return true;
  }

  /** The message that the agent goes on with, or a new one. */
  #agent(): AgentMessage {
    const last = this.#all.at(-1);
    if (last?.role === "agent" && this.#open) return last;
    this.#open = true;
    const message: AgentMessage = { role: "agent", content: [] };
    this.#all.push(message);
    return message;
  }
}

function agentRecord({ content }: AgentMessage) {
  const results: [string, object][] = [];
  const pieces = content.map((piece) => {
    if (piece.kind === "ToolUse") {
      results.push([piece.state.id, resultRecord(piece.state)]);
      return { ToolUse: callRecord(piece.state) };
    }
    const text = piece.text.toString();
    return piece.kind === "Text" ? { Text: text } : { Thinking: { text, signature: null } };
  });
  // An id may be `__proto__`; fromEntries makes a member of it all the same.
  return { content: pieces, tool_results: Object.fromEntries(results) };
}

function callRecord({ id, title = "tool_call", status, input = {} }: ToolCall) {
  return {
    id,
    name: title,
    raw_input: textOf(input),
    input: recordable(input),
    is_input_complete: status === "completed" || status === "failed",
    thought_signature: null,
  };
}

function resultRecord({ id, title = "tool_call", status, output, content }: ToolCall) {
  return {
    tool_use_id: id,
    tool_name: title,
    is_error: status === "failed",
    content: { Text: output === undefined ? toolText(content) : textOf(output) },
    ...(output !== undefined && { output: recordable(output) }),
  };
}
