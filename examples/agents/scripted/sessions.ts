import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RequestError } from "@agentclientprotocol/sdk";
import type { SessionUpdate } from "@agentclientprotocol/sdk";

/** A conversation, as the agent remembers it. */
export interface Session {
  readonly id: string;
  cwd: string;
  /** Number of prompts so far. */
  turns: number;
  /** What was said, as `session/load` tells it again. */
  readonly history: SessionUpdate[];
  /** Aborted by `session/cancel`; a new one for each prompt. */
  cancelled: AbortController;
}

/** Keeps sessions, in a folder when there is one: then another process can load them. */
export class Sessions {
  readonly #folder: string | undefined;
  readonly #known = new Map<string, Session>();

  constructor(folder: string | undefined) {
    this.#folder = folder;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  create(cwd: string, id: string = randomUUID()): Session {
    const session = { id, cwd, turns: 0, history: [], cancelled: new AbortController() };
    this.#known.set(id, session);
    this.save(session);
    return session;
  }

  /** @throws {RequestError} "Resource not found" for an unknown session. */
  get(id: string): Session {
    const session = this.#known.get(id) ?? this.#read(id);
    if (session === undefined) throw RequestError.resourceNotFound(id);
    this.#known.set(id, session);
    return session;
  }

  /** Adds to the history; texts of the same kind become one. */
  note(session: Session, update: SessionUpdate): void {
    const kinds = ["user_message_chunk", "agent_message_chunk", "agent_thought_chunk"];
    const last = session.history.at(-1);
    if (
      last !== undefined &&
      last.sessionUpdate === update.sessionUpdate &&
      kinds.includes(update.sessionUpdate) &&
      "content" in last &&
      "content" in update
    ) {
      const [before, now] = [last.content, update.content] as { type?: string; text?: string }[];
      if (before?.type === "text" && now?.type === "text") {
        before.text = (before.text ?? "") + (now.text ?? "");
        return;
      }
    }
    session.history.push(structuredClone(update));
  }

  save({ id, cwd, turns, history }: Session): void {
    if (this.#folder === undefined) return;
    const file = this.#file(id);
    writeFileSync(`${file}.new`, JSON.stringify({ id, cwd, turns, history }));
    renameSync(`${file}.new`, file);
  }

  #read(id: string): Session | undefined {
    if (this.#folder === undefined) return undefined;
    try {
      const kept = JSON.parse(readFileSync(this.#file(id), "utf8")) as Omit<Session, "cancelled">;
      return { ...kept, cancelled: new AbortController() };
    } catch {
      return undefined;
    }
  }

  #file(id: string): string {
    return join(this.#folder ?? "", `${encodeURIComponent(id)}.json`);
  }
}
