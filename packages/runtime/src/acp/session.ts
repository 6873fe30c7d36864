import { methods } from "@agentclientprotocol/sdk";
import type { ContentBlock } from "@agentclientprotocol/sdk";
import { isIsolated } from "@flow-bundle/bundle";
import type { NewMessage, SessionWriter } from "@flow-bundle/bundle";
import type { ArtifactReference, SessionBinding } from "@flow-bundle/schema";
import type { Attempt } from "../engine/attempt.ts";
import type { RunScope } from "../engine/run-scope.ts";
import { AgentError, asError } from "./agent-error.ts";
import { within } from "./agent-process.ts";
import type { ClientSide } from "./client-methods.ts";
import { AgentConnection } from "./connection.ts";
import { AgentFiles } from "./files.ts";
import { continueSession, introduce, newSession } from "./handshake.ts";
import type { Permissions } from "./permissions.ts";
import { RecordKeeper } from "./record-keeper.ts";
import { Recorder } from "./recorder.ts";
import { bindingOf } from "./session-identity.ts";
import type { SessionIdentity } from "./session-identity.ts";
import { startAgent } from "./start-agent.ts";
import { Terminals } from "./terminals.ts";
import { Turn } from "./turn.ts";

/** How patient we are, in milliseconds. */
export interface Patience {
  /** With an agent that does not introduce itself. */
  readonly initialize: number;
  /** With one that was told to cancel. */
  readonly cancel: number;
}

/** A prompt that is ready to be sent. */
export interface PreparedPrompt {
  readonly blocks: readonly ContentBlock[];
  readonly artifact: ArtifactReference;
}

/** One session: its agent, its record, its turns. */
export class AgentSession implements ClientSide {
  readonly identity: SessionIdentity;
  readonly policy: Permissions;
  readonly files: AgentFiles | undefined;
  readonly terminals: Terminals | undefined;
  readonly #scope: RunScope;
  readonly #patience: Patience;
  readonly #keeper: RecordKeeper;
  readonly #recorder: Recorder;
  #writer: SessionWriter | undefined;
  #connection: AgentConnection | undefined;
  #isServing = false;
  #failure: Error | undefined;
  #nextRecordAt = -Infinity;

  private constructor(
    identity: SessionIdentity,
    scope: RunScope,
    patience: Patience,
    keeper: RecordKeeper,
    writer?: SessionWriter,
  ) {
    const { options, processes, host } = scope;
    const { cwd } = identity;
    this.identity = identity;
    this.policy = {
      mode: options.permissionMode,
      nonInteractive: options.nonInteractivePermissions ?? "deny",
      rules: options.permissionPolicy,
    };
    this.files = options.fs === false ? undefined : new AgentFiles(cwd);
    this.terminals = options.terminal === false ? undefined : new Terminals(processes, host, cwd);
    this.#scope = scope;
    this.#patience = patience;
    this.#keeper = keeper;
    this.#recorder = new Recorder(host, keeper, writer);
    this.#writer = writer;
  }

  /** A session that is bound with its first prompt. */
  static begin(identity: SessionIdentity, scope: RunScope, patience: Patience): AgentSession {
    return new AgentSession(identity, scope, patience, new RecordKeeper());
  }

  /** A session that an earlier process bound. Its agent is started when it is needed. */
  static async restore(
    identity: SessionIdentity,
    scope: RunScope,
    patience: Patience,
    writer: SessionWriter,
  ): Promise<AgentSession> {
    const source = scope.host.files.source(scope.writer.path);
    const keeper = await RecordKeeper.restore(source, writer);
    return new AgentSession(identity, scope, patience, keeper, writer);
  }

  /** Brings the record of a session up to date that an earlier process left behind. */
  static async bringUpToDate({ host, writer: { path } }: RunScope, writer: SessionWriter) {
    const keeper = await RecordKeeper.restore(host.files.source(path), writer);
    if (!keeper.hasNews) return;
    if (isIsolated(writer.binding)) keeper.closed(host.now());
    await writer.record(keeper.record());
  }

  /** Id in the bundle, once it is bound. */
  get id(): string | undefined {
    return this.#writer?.id;
  }

  get sessionId(): string | undefined {
    return this.#writer?.binding.acpSessionId;
  }

  get isServing(): boolean {
    return this.#isServing;
  }

  fail(error: Error): void {
    this.#failure ??= error;
  }

  /**
   * One turn: starts the agent if it does not run, sends the prompt and waits for the response. Gives the text of the
   * answer. Whatever happens, the receipts say what there was.
   *
   * @throws {Error} when there is no answer; the reason of the signal when that aborted.
   */
  async turn(prompt: PreparedPrompt, attempt: Attempt): Promise<string> {
    const turn = new Turn();
    this.#failure = undefined;
    this.#recorder.turn = turn;
    this.#isServing = this.#connection?.isOpen === true;
    let failure: Error | undefined;
    try {
      await this.#perform(turn, prompt, attempt);
      failure = this.#failure;
    } catch (error) {
      failure = asError(error);
    }
    // An agent that was told to stop may still answer.
    if (attempt.signal.aborted) failure = attempt.signal.reason as Error;
    try {
      await this.#conclude(turn, attempt);
    } catch (error) {
      failure ??= asError(error);
    } finally {
      this.#recorder.turn = undefined;
    }
    return this.#report(turn, attempt, failure);
  }

  /** Ends the agent and brings the record up to date. */
  async close(): Promise<void> {
    try {
      await this.#stopAgent();
    } finally {
      await this.#recorder.settled();
      await this.#writeRecord();
    }
  }

  async #perform(turn: Turn, prompt: PreparedPrompt, attempt: Attempt): Promise<void> {
    const { signal } = attempt;
    if (this.#writer !== undefined) await this.#announce(this.#writer, turn, prompt, attempt);
    signal.throwIfAborted();
    let connection = this.#connection;
    if (connection?.isOpen !== true) {
      await this.#stopAgent();
      connection = await this.#start(turn, signal);
      if (this.#writer === undefined) throw new Error("The session is not bound");
      if (attempt.receipts.sessionId === undefined) {
        await this.#announce(this.#writer, turn, prompt, attempt);
      }
      signal.throwIfAborted();
    }
    await this.#ask(connection, prompt.blocks, signal);
  }

  /** From here on the receipts name the session; then says that the prompt is about to be sent. */
  async #announce(
    { id }: SessionWriter,
    turn: Turn,
    { artifact }: PreparedPrompt,
    attempt: Attempt,
  ): Promise<void> {
    attempt.receipts.sessionId = id;
    attempt.receipts.conversation = turn.range(id, this.#recorder);
    const payload = { sessionId: id, promptArtifact: artifact };
    await attempt.append({ type: "acp_prompt_prepared", payload });
  }

  /** Starts the agent, and begins the session or goes on with it. When it comes to nothing, no agent is left. */
  async #start(turn: Turn, signal: AbortSignal): Promise<AgentConnection> {
    const { cwd } = this.identity;
    const { options } = this.#scope;
    const agent = await startAgent(this.identity, this.#scope);
    turn.startsAt(this.#recorder.seq + 1);
    this.#keeper.agentStarted(agent);
    const connection = new AgentConnection(agent, this.#recorder, this);
    this.#connection = connection;
    this.#isServing = true;
    const stop = () => void connection.stop(true).catch(() => undefined);
    signal.addEventListener("abort", stop);
    try {
      signal.throwIfAborted();
      const abilities = await introduce(connection, options, this.#patience.initialize);
      const known = this.#writer?.binding.acpSessionId;
      if (known === undefined) {
        await this.#bind(await newSession(connection, abilities, cwd, options));
      } else {
        await continueSession(connection, abilities, known, cwd, options);
      }
      return connection;
    } catch (error) {
      await this.#stopAgent(true);
      throw error;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  async #bind(ids: { acpSessionId: string; agentSessionId: string | undefined }): Promise<void> {
    const binding: SessionBinding = bindingOf(this.identity, ids, this.#scope);
    this.#writer = await this.#recorder.bind(async (messages: readonly NewMessage[], at, take) => {
      this.#keeper.begin(binding, at);
      take();
      return this.#scope.writer.session({ binding, messages, record: this.#keeper.record() });
    });
  }

  async #ask(
    connection: AgentConnection,
    blocks: readonly ContentBlock[],
    signal: AbortSignal,
  ): Promise<void> {
    const { sessionId } = this;
    const asked = connection.request(methods.agent.session.prompt, { sessionId, prompt: blocks });
    const { promise: cancelled, resolve: cancel } = Promise.withResolvers<Event>();
    signal.addEventListener("abort", cancel);
    try {
      await Promise.race([asked, cancelled]);
      if (signal.aborted) await this.#cancel(connection, asked);
      const { stopReason } = await asked;
      if (typeof stopReason !== "string") {
        throw new AgentError(
          `${connection.agent.name} answered session/prompt without a stopReason`,
        );
      }
    } finally {
      signal.removeEventListener("abort", cancel);
    }
  }

  /** Tells the agent to stop, waits for its response, and ends it when there is none. */
  async #cancel(connection: AgentConnection, asked: Promise<unknown>): Promise<void> {
    this.#isServing = false;
    connection.notify(methods.agent.session.cancel, { sessionId: this.sessionId });
    // An agent that waits for a command would not notice.
    this.terminals?.endAll().catch(() => undefined);
    const ended = asked.catch(() => undefined);
    if (!(await within(ended, this.#patience.cancel))) await this.#stopAgent(true);
    await ended;
  }

  /** Ends what belongs to the turn alone, and waits until all that came is recorded. */
  async #conclude(turn: Turn, attempt: Attempt): Promise<void> {
    this.#isServing = false;
    try {
      await this.terminals?.endAll();
      const isDone = this.identity.isIsolated || this.#writer === undefined;
      if (isDone || this.#connection?.isOpen !== true) await this.#stopAgent();
      await this.#recorder.settled();
    } finally {
      if (this.#writer !== undefined) {
        const { id } = this.#writer;
        attempt.receipts.sessionId = id;
        attempt.receipts.conversation = turn.range(id, this.#recorder);
      }
    }
    if (this.identity.isIsolated) this.#keeper.closed(this.#scope.host.now());
    const { host } = this.#scope;
    const begin = host.elapsed();
    // What a long run writes stays in proportion to what it records: see the projections of the writer.
    if (begin < this.#nextRecordAt && !this.identity.isIsolated) return;
    await this.#writeRecord();
    this.#nextRecordAt = begin + Math.max(250, 10 * (host.elapsed() - begin));
  }

  /** Writes the answer down, and announces it when the turn ended as it should. */
  async #report(turn: Turn, attempt: Attempt, failure: Error | undefined): Promise<string> {
    const { text } = turn;
    const { sessionId, conversation } = attempt.receipts;
    if (sessionId === undefined || conversation === undefined) {
      throw failure ?? new Error("The session is not bound");
    }
    if (failure === undefined || text !== "") {
      try {
        const rawResponseArtifact = await attempt.artifact(text, { sessionId });
        attempt.receipts.rawResponseArtifact = rawResponseArtifact;
        if (failure === undefined) {
          const payload = { sessionId, conversation, rawResponseArtifact };
          await attempt.append({ type: "acp_response_parsed", payload });
        }
      } catch (error) {
        throw failure ?? error;
      }
    }
    if (failure !== undefined) throw failure;
    return text;
  }

  async #stopAgent(atOnce = false): Promise<void> {
    const connection = this.#connection;
    if (connection === undefined) return;
    this.#isServing = false;
    await this.terminals?.endAll();
    await connection.stop(atOnce);
    this.#connection = undefined;
    if (connection.agent.end !== undefined) this.#keeper.agentEnded(connection.agent.end);
  }

  async #writeRecord(): Promise<void> {
    if (this.#writer === undefined || !this.#keeper.hasNews) return;
    await this.#writer.record(this.#keeper.record());
  }
}
