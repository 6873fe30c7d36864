import type { ConversationEntry, EntryKind } from "./entry.ts";
import { isPrompt, SessionProtocol } from "./protocol.ts";
import type { SessionMessage, SessionRequest } from "./protocol.ts";
import type { Role, SessionUpdate } from "./update.ts";
import { listAt, textAt } from "./values.ts";

type Writable = { -readonly [Key in keyof ConversationEntry]: ConversationEntry[Key] } & {
  lines: number[];
  terminals: number[];
};

/**
 * Tells which lines of a session's events make up which things of the conversation. It keeps no text: what a thing says
 * is read from its own lines with `createItemFold`, when somebody looks at it. Messages are put together as in the record
 * of the session, see spec/text/sessions.md, session-record-derived; what a record leaves out is here as well.
 */
export class ConversationOutline {
  /** In the order of their first lines. Grows in place. */
  readonly entries: ConversationEntry[] = [];
  readonly #protocol: SessionProtocol;
  /** Entries of requests without an answer. */
  readonly #asked = new WeakMap<SessionRequest, Writable>();
  /** Entries that more may be added to in this turn: tool calls, the plan, states of a kind. */
  readonly #ofTurn = new Map<string, Writable>();
  readonly #terminals = new Map<string, Writable>();
  /** Tool calls that show a terminal that nobody created yet. */
  readonly #awaiting = new Map<string, Writable>();
  /** What a further piece of a message may go on with. */
  #current: Writable | undefined;
  #messageId: string | undefined;
  #changed = new Set<ConversationEntry>();
  #outbound = false;

  /** @param sessionId Id that the agent gave the session, `acpSessionId` of its binding, as far as it is known. */
  constructor(sessionId: string | undefined) {
    this.#protocol = new SessionProtocol(sessionId);
  }

  /** Takes the next event. Whatever its message holds, it does not throw. Tells what the message is. */
  apply(line: number, direction: unknown, message: unknown): SessionMessage {
    this.#outbound = direction === "outbound";
    const decoded = this.#protocol.next(line, direction, message);
    switch (decoded.kind) {
      case "request":
        this.#request(line, decoded.request);
        break;
      case "notification":
        this.#add("notification", line);
        break;
      case "update":
        this.#update(line, decoded);
        break;
      case "answer":
        this.#answer(line, decoded);
        break;
      case "stray":
        this.#other(line, "An answer to nothing that was asked");
    }
    return decoded;
  }

  /** Notes a line that is no event. */
  broken(line: number, problem: string): void {
    this.#outbound = false;
    this.#other(line, problem);
  }

  /** Entries that are new or have changed since this was asked last. */
  takeChanged(): ConversationEntry[] {
    const changed = [...this.#changed];
    this.#changed = new Set();
    return changed;
  }

  #request(line: number, request: SessionRequest): void {
    if (isPrompt(request)) {
      this.#ofTurn.clear();
      this.#current = this.#add("prompt", line);
      return;
    }
    const { method, outbound, params } = request;
    const terminal =
      !outbound && method.startsWith("terminal/") && method !== "terminal/create"
        ? this.#terminals.get(textAt(params, "terminalId") ?? "")
        : undefined;
    if (terminal !== undefined) {
      this.#grow(terminal, line);
      this.#asked.set(request, terminal);
      return;
    }
    const kind = outbound ? "call" : (kindsOfRequests.get(method) ?? "call");
    const entry = this.#add(kind, line);
    this.#asked.set(request, entry);
    if (kind !== "call") this.#current = entry;
  }

  #answer(line: number, { request, result }: Decoded<"answer">): void {
    if (isPrompt(request)) {
      this.#current = this.#add("end", line);
      return;
    }
    const entry = this.#asked.get(request);
    this.#asked.delete(request);
    if (entry === undefined) return;
    this.#grow(entry, line);
    const id = request.method === "terminal/create" ? textAt(result, "terminalId") : undefined;
    if (entry.kind !== "terminal" || id === undefined) return;
    this.#terminals.set(id, entry);
    const tool = this.#awaiting.get(id);
    if (tool !== undefined) this.#show(entry, tool, line);
  }

  #update(line: number, { update, origin }: Decoded<"update">): void {
    if (origin === "other") {
      this.#other(line, "An update of another session");
      return;
    }
    if (origin === "replay") {
      const last = this.entries.at(-1) as Writable | undefined;
      if (last?.kind === "replay") this.#grow(last, line);
      else this.#add("replay", line);
      return;
    }
    switch (update.kind) {
      case "chunk":
        this.#chunk(line, update);
        return;
      case "tool":
        this.#tool(line, update);
        return;
      case "plan":
        this.#inTurn("plan", "plan", line, true);
        return;
      case "notice":
        this.#current = this.#add("notice", line);
        return;
      case "compaction":
      case "compaction-summary":
        this.#inTurn("compaction", `compaction ${update.id ?? ""}`, line);
        return;
      case "unknown":
        this.#other(line, `An update of an unknown kind`);
        return;
      default:
        this.#inTurn("state", `state ${update.kind}`, line);
    }
  }

  #chunk(line: number, { role, block, messageId }: Update<"chunk">): void {
    const last = this.#current;
    const goesOn =
      last?.kind === "message" &&
      last.role === role &&
      last.turn === this.#protocol.turn &&
      (messageId === undefined || this.#messageId === undefined || messageId === this.#messageId);
    if (goesOn) this.#grow(last, line);
    // Agents begin with an empty piece at times: it is no message.
    else if (block.type === "text" && block.text === "") return;
    const entry = goesOn ? last : this.#add("message", line, role);
    entry.size += block.type === "text" ? block.text.length : 0;
    this.#current = entry;
    this.#messageId = messageId ?? (goesOn ? this.#messageId : undefined);
  }

  #tool(line: number, { id, value }: Update<"tool">): void {
    const entry = this.#inTurn("tool", `tool ${id}`, line, true);
    for (const part of listAt(value, "content")) {
      const terminalId =
        textAt(part, "type") === "terminal" ? textAt(part, "terminalId") : undefined;
      if (terminalId === undefined) continue;
      const terminal = this.#terminals.get(terminalId);
      if (terminal === undefined) this.#awaiting.set(terminalId, entry);
      else this.#show(terminal, entry, line);
    }
  }

  #show(terminal: Writable, tool: Writable, line: number): void {
    if (!tool.terminals.includes(terminal.index)) tool.terminals.push(terminal.index);
    terminal.shownBy ??= { index: tool.index, line };
    this.#changed.add(terminal).add(tool);
  }

  #other(line: number, reason: string): void {
    this.#add("other", line, undefined, reason);
  }

  /** The entry that gathers what comes under a key in this turn. */
  #inTurn(kind: EntryKind, key: string, line: number, endsMessage = false): Writable {
    const known = this.#ofTurn.get(key);
    if (known !== undefined) return this.#grow(known, line);
    const entry = this.#add(kind, line);
    this.#ofTurn.set(key, entry);
    if (endsMessage) this.#current = entry;
    return entry;
  }

  #add(kind: EntryKind, line: number, role?: Role, reason?: string): Writable {
    const entry: Writable = {
      index: this.entries.length,
      kind,
      role,
      outbound: this.#outbound,
      turn: this.#protocol.turn,
      reason,
      lines: [line],
      size: 0,
      shownBy: undefined,
      terminals: [],
    };
    this.entries.push(entry);
    this.#changed.add(entry);
    return entry;
  }

  #grow(entry: Writable, line: number): Writable {
    entry.lines.push(line);
    this.#changed.add(entry);
    // A tool call shows what its terminals show.
    const tool = entry.shownBy && this.entries[entry.shownBy.index];
    if (tool !== undefined) this.#changed.add(tool);
    return entry;
  }
}

type Decoded<Kind extends SessionMessage["kind"]> = Extract<SessionMessage, { kind: Kind }>;
type Update<Kind extends SessionUpdate["kind"]> = Extract<SessionUpdate, { kind: Kind }>;

/** Requests of the agent that are shown as what they are. */
const kindsOfRequests: ReadonlyMap<string, EntryKind> = new Map([
  ["session/request_permission", "permission"],
  ["elicitation/create", "elicitation"],
  ["fs/read_text_file", "file"],
  ["fs/write_text_file", "file"],
  ["terminal/create", "terminal"],
]);
