import { isIsolated } from "@flow-bundle/bundle";
import type { RunScope } from "../engine/run-scope.ts";
import { asRecorded } from "../redact/index.ts";
import type { AgentSessions } from "./agent-sessions.ts";
import { executeAcp } from "./execute.ts";
import type { TakeTurn } from "./execute.ts";
import { AgentSession } from "./session.ts";
import type { Patience } from "./session.ts";
import type { SessionIdentity } from "./session-identity.ts";

export type { AgentSessions } from "./agent-sessions.ts";
export { splitCommandLine } from "./command-line.ts";

/** Agents that are fetched before they start take their time. */
const patience: Patience = { initialize: 120_000, cancel: 2000 };

/** The agents and sessions of a run. Persistent sessions that an earlier process bound are gone on with. */
export function createAgentSessions(
  scope: RunScope,
  options: Partial<Patience> = {},
): AgentSessions {
  return new RunSessions(scope, { ...patience, ...options });
}

class RunSessions implements AgentSessions {
  readonly #scope: RunScope;
  readonly #patience: Patience;
  /** Persistent sessions, by key. */
  readonly #sessions = new Map<string, AgentSession>();
  /** Ids of the sessions whose records are kept here. */
  readonly #mine = new Set<string>();
  #closing: Promise<void> | undefined;

  constructor(scope: RunScope, options: Patience) {
    this.#scope = scope;
    this.#patience = options;
  }

  execute: AgentSessions["execute"] = (node, attempt) =>
    executeAcp(node, attempt, this.#scope, this.#takeTurn);

  close(): Promise<void> {
    if (this.#closing !== undefined) return this.#closing.catch(() => undefined);
    this.#closing = this.#close();
    return this.#closing;
  }

  #takeTurn: TakeTurn = async (identity, prompt, attempt) => {
    const { key, isIsolated: isOfAttempt } = identity;
    const session = this.#sessions.get(key) ?? (await this.#session(identity));
    if (!isOfAttempt) this.#sessions.set(key, session);
    try {
      return await session.turn(prompt, attempt);
    } finally {
      if (session.id !== undefined) this.#mine.add(session.id);
      // What was never bound leaves nothing to go on with.
      else this.#sessions.delete(key);
    }
  };

  async #session(identity: SessionIdentity): Promise<AgentSession> {
    const known = identity.isIsolated ? undefined : this.#restored(identity.key);
    return known === undefined
      ? AgentSession.begin(identity, this.#scope, this.#patience)
      : AgentSession.restore(identity, this.#scope, this.#patience, known);
  }

  /** The session of an earlier process; its key may have been redacted. */
  #restored(key: string) {
    const { writer } = this.#scope;
    const recorded = asRecorded(writer, key);
    return writer.sessions.find(({ binding }) => !isIsolated(binding) && binding.key === recorded);
  }

  async #close(): Promise<void> {
    const ended = await Promise.allSettled([...this.#sessions.values()].map((s) => s.close()));
    const failed = ended.find((result) => result.status === "rejected");
    this.#sessions.clear();
    if (failed !== undefined) throw failed.reason;
    for (const writer of this.#scope.writer.sessions) {
      if (!this.#mine.has(writer.id)) await AgentSession.bringUpToDate(this.#scope, writer);
    }
  }
}
