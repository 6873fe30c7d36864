import type {
  CallState,
  Item,
  NoteItem,
  PlanItem,
  State,
  TerminalItem,
  TextItem,
  ToolItem,
  ToolState,
} from "./items.ts";
import { isObject, listAt, member, objectAt, textAt, type Json } from "./values.ts";

/** Where an event is. */
export interface EventPlace {
  readonly line: number;
  readonly seq: number;
  readonly time: number;
}

type Draft<T = Item> = T extends Item ? Omit<T, "index" | "line" | "seq" | "time" | "turn"> : never;

/** A request without an answer so far. */
interface Pending {
  readonly method: string;
  readonly turn: number;
  settle(answer: NonNullable<CallState["answer"]>, place: EventPlace): void;
}

/**
 * The conversation of a session for people who look at it: what the record has, put together by the same rules as
 * `createRecordFold` does (a test compares the two), and what the record leaves out: plans, diffs, permissions,
 * terminals, files, and for each thing the lines that it came in.
 */
export class Transcript {
  /** In the order of their first lines. Grows in place. */
  readonly items: Item[] = [];
  readonly #terminals = new Map<string, TerminalItem>();
  /** Tool calls since the last prompt. */
  readonly #calls = new Map<string, ToolItem>();
  readonly #pendingOut = new Map<unknown, Pending>();
  readonly #pendingIn = new Map<unknown, Pending>();
  readonly #notes = new Map<string, NoteItem>();
  #sessionId: string | undefined;
  #replaying = false;
  #turn = 0;
  /** Whether what the agent says belongs to the turn. */
  #open = true;
  /** What a further piece of text may go on with. */
  #current: Item | undefined;
  #plan: PlanItem | undefined;

  /** @param sessionId Id that the agent gave the session, as `binding.json` has it. */
  constructor(sessionId: string | undefined) {
    this.#sessionId = sessionId;
  }

  /** Takes the next event. Returns what it is, in a few words: a method, the kind of an update, what is answered. */
  apply(direction: unknown, message: Json, place: EventPlace): string {
    const method = textAt(message, "method");
    const outbound = direction === "outbound";
    const params = objectAt(message, "params");
    if (method === undefined) return this.#answer(message, outbound, place);
    if (method === "session/update" && !outbound) return this.#update(params, place);
    this.#request(method, outbound, message, params, place);
    return method;
  }

  /** Notes a line that is no event. */
  broken(problem: string, place: EventPlace): void {
    this.#add({ kind: "broken", problem }, place);
  }

  #add<T extends Item>(draft: Draft<T>, { line, seq, time }: EventPlace): T {
    const item = { ...draft, index: this.items.length, line, seq, time, turn: this.#turn };
    this.items.push(item as unknown as Item);
    return item as unknown as T;
  }

  #request(
    method: string,
    outbound: boolean,
    message: Json,
    params: Json,
    place: EventPlace,
  ): void {
    const id = member(message, "id");
    const pending = outbound ? this.#pendingOut : this.#pendingIn;
    if (outbound && method === "initialize") {
      this.#pendingOut.clear();
      this.#pendingIn.clear();
    }
    if (outbound && id !== undefined && method === "session/prompt") {
      this.#prompt(id, params, place);
      return;
    }
    if (outbound && (method === "session/load" || method === "session/resume")) {
      this.#replaying = true;
      this.#sessionId = textAt(params, "sessionId") ?? this.#sessionId;
    }
    const settle = this.#call(method, outbound, params, place);
    if (id !== undefined) pending.set(id, { method, turn: this.#turn, settle });
  }

  #prompt(id: unknown, params: Json, place: EventPlace): void {
    this.#replaying = false;
    this.#sessionId = textAt(params, "sessionId") ?? this.#sessionId;
    this.#turn += 1;
    this.#open = true;
    this.#calls.clear();
    this.#notes.clear();
    this.#plan = undefined;
    this.#current = this.#add({ kind: "prompt", blocks: listAt(params, "prompt") }, place);
    const turn = this.#turn;
    this.#pendingOut.set(id, {
      method: "session/prompt",
      turn,
      settle: (answer, at) => {
        if (turn === this.#turn) this.#open = false;
        this.#current = this.#add({ kind: "end", result: answer.result, error: answer.error }, at);
      },
    });
  }

  /** Adds what a request is shown as; returns what to do with its answer. */
  #call(method: string, outbound: boolean, params: Json, place: EventPlace): Pending["settle"] {
    if (!outbound && method.startsWith("terminal/")) return this.#terminal(method, params, place);
    const states: State<CallState>[] = [{ line: place.line, value: { params, answer: undefined } }];
    if (!outbound && method === "session/request_permission") {
      this.#current = this.#add({ kind: "permission", states }, place);
    } else if (!outbound && (method === "fs/read_text_file" || method === "fs/write_text_file")) {
      this.#current = this.#add({ kind: "file", method, states }, place);
    } else this.#add({ kind: "call", method, outbound, states }, place);
    return (answer, { line }) => {
      states.push({ line, value: { params, answer } });
      if (outbound && method === "session/new") {
        this.#sessionId = textAt(answer.result, "sessionId") ?? this.#sessionId;
      }
    };
  }

  #terminal(method: string, params: Json, place: EventPlace): Pending["settle"] {
    if (method === "terminal/create") {
      const value = {
        params,
        answer: undefined,
        id: undefined,
        output: undefined,
        truncated: false,
        exit: undefined,
        ended: undefined,
      };
      const states = [{ line: place.line, value }];
      const item = this.#add<TerminalItem>({ kind: "terminal", states, shownBy: undefined }, place);
      this.#current = item;
      return (answer, { line }) => {
        const id = textAt(answer.result, "terminalId");
        item.states.push({ line, value: { ...value, answer, id } });
        if (id !== undefined) this.#terminals.set(id, item);
      };
    }
    const item = this.#terminals.get(textAt(params, "terminalId") ?? "");
    if (item === undefined) {
      const states: State<CallState>[] = [
        { line: place.line, value: { params, answer: undefined } },
      ];
      this.#add({ kind: "call", method, outbound: false, states }, place);
      return (answer, { line }) => states.push({ line, value: { params, answer } });
    }
    return ({ result }, { line }) => {
      const last = item.states.at(-1)?.value;
      if (last === undefined) return;
      const exit = method === "terminal/output" ? member(result, "exitStatus") : result;
      const tellsExit = method === "terminal/output" || method === "terminal/wait_for_exit";
      const ended = method === "terminal/kill" ? "killed" : "released";
      item.states.push({
        line,
        value: {
          ...last,
          output: textAt(result, "output") ?? last.output,
          truncated: last.truncated || member(result, "truncated") === true,
          exit: tellsExit && isObject(exit) ? exit : last.exit,
          ended: tellsExit ? last.ended : (last.ended ?? ended),
        },
      });
    };
  }

  #answer(message: Json, outbound: boolean, place: EventPlace): string {
    const id = member(message, "id");
    const pending = outbound ? this.#pendingIn : this.#pendingOut;
    const request = pending.get(id);
    const error = member(message, "error");
    const suffix = error === undefined ? "result" : "error";
    if (request === undefined) {
      const name = `${suffix} without a request`;
      this.#add({ kind: "note", name, states: [{ line: place.line, value: message }] }, place);
      return name;
    }
    pending.delete(id);
    request.settle({ result: member(message, "result"), error }, place);
    return `${request.method} ${suffix}`;
  }

  #update(params: Json, place: EventPlace): string {
    const update = objectAt(params, "update");
    const kind = textAt(update, "sessionUpdate") ?? "update without a kind";
    const sessionId = textAt(params, "sessionId");
    if (this.#sessionId !== undefined && sessionId !== undefined && sessionId !== this.#sessionId) {
      this.#note(`${kind} of another session`, update, place);
      return kind;
    }
    if (this.#replaying) {
      const last = this.items.at(-1);
      if (last?.kind === "replay") last.lines.push(place.line);
      else this.#add({ kind: "replay", lines: [place.line] }, place);
      return kind;
    }
    switch (kind) {
      case "agent_message_chunk":
        this.#said("agent", member(update, "content"), place);
        break;
      case "agent_thought_chunk":
        this.#said("thought", member(update, "content"), place);
        break;
      case "user_message_chunk":
        this.#said("user", member(update, "content"), place);
        break;
      case "tool_call":
      case "tool_call_update":
        this.#toolCall(update, kind, place);
        break;
      case "plan":
        this.#planned(update, place);
        break;
      default:
        this.#note(kind, update, place);
    }
    return kind;
  }

  #said(role: TextItem["role"], block: unknown, place: EventPlace): void {
    const text = textAt(block, "type") === "text" ? textAt(block, "text") : undefined;
    if (text === undefined) {
      this.#current = this.#add({ kind: "block", role, block }, place);
    } else if (text !== "") {
      const last = this.#current;
      if (last?.kind === "text" && last.role === role && last.turn === this.#turn) {
        last.text += text;
        last.lines.push(place.line);
        last.ends.push(last.text.length);
      } else {
        const grown = { text, lines: [place.line], ends: [text.length] };
        this.#current = this.#add({ kind: "text", role, ...grown }, place);
      }
    }
    this.#open = true;
  }

  #toolCall(update: Json, kind: string, place: EventPlace): void {
    const id = textAt(update, "toolCallId");
    if (id === undefined) {
      this.#note(`${kind} without an id`, update, place);
      return;
    }
    const call = this.#calls.get(id);
    const value = toolState(id, call?.states.at(-1)?.value, update);
    if (call === undefined) {
      const states = [{ line: place.line, value }];
      const item = this.#add<ToolItem>({ kind: "tool", states }, place);
      this.#calls.set(id, item);
      this.#current = item;
    } else call.states.push({ line: place.line, value });
    const { index } = this.#calls.get(id) as ToolItem;
    for (const terminal of value.terminals) {
      const item = this.#terminals.get(terminal);
      if (item !== undefined) item.shownBy ??= index;
    }
  }

  #planned(update: Json, place: EventPlace): void {
    const state = { line: place.line, value: listAt(update, "entries") };
    if (this.#plan === undefined) {
      this.#plan = this.#add<PlanItem>({ kind: "plan", states: [state] }, place);
      this.#current = this.#plan;
    } else this.#plan.states.push(state);
  }

  /** Notes of one kind in one turn are one item: the last one counts. */
  #note(name: string, value: Json, place: EventPlace): void {
    const state = { line: place.line, value };
    const known = this.#notes.get(name);
    if (known === undefined) {
      this.#notes.set(name, this.#add<NoteItem>({ kind: "note", name, states: [state] }, place));
    } else known.states.push(state);
  }

  /** Whether the last prompt still waits for its answer. */
  get isOpen(): boolean {
    return this.#open && this.#turn > 0;
  }
}

function toolState(id: string, before: ToolState | undefined, update: Json): ToolState {
  const content = member(update, "content");
  const locations = member(update, "locations");
  const shown = Array.isArray(content) ? content : (before?.content ?? []);
  const terminals = new Set(before?.terminals);
  for (const part of shown) {
    const terminal = textAt(part, "type") === "terminal" ? textAt(part, "terminalId") : undefined;
    if (terminal !== undefined) terminals.add(terminal);
  }
  return {
    id,
    title: textAt(update, "title") || before?.title,
    toolKind: textAt(update, "kind") ?? before?.toolKind,
    status: textAt(update, "status") ?? before?.status,
    input: member(update, "rawInput") ?? before?.input,
    output: member(update, "rawOutput") ?? before?.output,
    content: shown,
    locations: Array.isArray(locations) ? locations : (before?.locations ?? []),
    terminals:
      terminals.size === (before?.terminals.length ?? 0)
        ? (before?.terminals ?? [])
        : [...terminals],
  };
}
