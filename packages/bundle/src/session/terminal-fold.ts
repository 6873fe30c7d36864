import type { ItemFold } from "./item-fold.ts";
import type { TerminalItem } from "./item.ts";
import { answerOf } from "./request-fold.ts";
import { listAt, member, numberAt, objectAt, textAt } from "./values.ts";

type State = Omit<TerminalItem, "kind">;

/** A terminal: the request that creates it, and what is asked about it later. */
export class TerminalFold implements ItemFold {
  readonly needs = "all";
  /** Methods of requests without an answer, by id. */
  readonly #asked = new Map<unknown, string>();
  #state: State | undefined;

  apply(message: unknown): void {
    const method = textAt(message, "method");
    const id = member(message, "id");
    if (method !== undefined) {
      this.#asked.set(id, method);
      if (method === "terminal/create") this.#state = created(objectAt(message, "params"));
      return;
    }
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (this.#state === undefined || asked === undefined) return;
    this.#state = { ...this.#state, ...told(asked, message, this.#state) };
  }

  item(): TerminalItem | undefined {
    return this.#state && { kind: "terminal", ...this.#state };
  }
}

function created(params: unknown): State {
  return {
    id: undefined,
    command: textAt(params, "command") ?? "",
    args: listAt(params, "args").map((arg) => (typeof arg === "string" ? arg : "?")),
    cwd: textAt(params, "cwd"),
    output: undefined,
    isTruncated: false,
    exitCode: undefined,
    signal: undefined,
    ended: undefined,
    error: undefined,
  };
}

function told(method: string, message: unknown, before: State): Partial<State> {
  const { error, result } = answerOf(message);
  switch (method) {
    case "terminal/create":
      return { error, id: textAt(result, "terminalId") };
    case "terminal/output":
      return {
        output: textAt(result, "output") ?? before.output,
        isTruncated: before.isTruncated || member(result, "truncated") === true,
        ...exit(member(result, "exitStatus"), before),
      };
    case "terminal/wait_for_exit":
      return exit(result, before);
    case "terminal/kill":
    case "terminal/release":
      if (error !== undefined || before.ended !== undefined) return {};
      return { ended: method === "terminal/kill" ? "killed" : "released" };
    default:
      return {};
  }
}

function exit(status: unknown, before: State): Partial<State> {
  return {
    exitCode: numberAt(status, "exitCode") ?? before.exitCode,
    signal: textAt(status, "signal") ?? before.signal,
  };
}
