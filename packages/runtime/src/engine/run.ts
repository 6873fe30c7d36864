import type { FoldState } from "@flow-bundle/bundle";
import { isIsolated } from "@flow-bundle/bundle";
import type { SessionBinding, TraceEvent } from "@flow-bundle/schema";
import type { AgentSessions } from "../acp/agent-sessions.ts";
import type { FlowSessionBinding } from "../authoring/types.ts";
import type { Graph } from "./graph.ts";
import type { RunOptions } from "./run-options.ts";
import type { RunScope } from "./run-scope.ts";
import { LiveState } from "./state.ts";

const defaultTimeoutMs = 15 * 60 * 1000;

/** One run that goes on: its graph, its record, its state, and what it has started. */
export class Run {
  readonly graph: Graph;
  readonly scope: RunScope;
  readonly options: RunOptions;
  readonly input: unknown;
  readonly state: LiveState;
  readonly #attempts = new Map<string, number>();
  #sessions: Promise<AgentSessions> | undefined = undefined;

  constructor(graph: Graph, scope: RunScope, options: RunOptions, input: unknown) {
    this.graph = graph;
    this.scope = scope;
    this.options = options;
    this.input = input;
    const { writer } = scope;
    this.state = new LiveState(writer.runId, input, writer.state);
    for (const { binding } of writer.sessions) this.#bind(binding);
    this.state.follow(writer.state);
    writer.observe((event, fold) => this.#observe(event, fold));
  }

  /** Deadline of attempts whose node has none of its own; 0: none. */
  get timeoutMs(): number {
    return this.options.defaultNodeTimeoutMs ?? this.options.timeoutMs ?? defaultTimeoutMs;
  }

  get isInterrupted(): boolean {
    return this.options.interrupt?.aborted === true;
  }

  /** `<node id>#<k>`, where k counts the attempts at the node. */
  nextAttemptId(nodeId: string): string {
    const { state } = this.scope.writer;
    let count = this.#attempts.get(nodeId) ?? state.node(nodeId)?.attempts.length ?? 0;
    let attemptId: string;
    // Another producer may have named its attempts in another way.
    do attemptId = `${nodeId}#${++count}`;
    while (state.attempt(attemptId) !== undefined);
    this.#attempts.set(nodeId, count);
    return attemptId;
  }

  /** The agents of the run. Their code is loaded when the first one is needed. */
  sessions(): Promise<AgentSessions> {
    this.#sessions ??= import("../acp/index.ts").then(({ createAgentSessions }) =>
      createAgentSessions(this.scope),
    );
    return this.#sessions;
  }

  /** Ends agents and commands. When this is over, nothing that the run started is left. */
  async stop(): Promise<void> {
    try {
      const isNeeded = this.#sessions !== undefined || this.scope.writer.sessions.length > 0;
      if (isNeeded) await (await this.sessions()).close();
    } finally {
      await this.scope.processes.terminateAll();
    }
  }

  #observe(event: TraceEvent, fold: FoldState): void {
    this.state.follow(fold);
    if (event.type === "session_bound") {
      const bound = this.scope.writer.sessions.find(({ id }) => id === event.sessionId);
      if (bound !== undefined) this.#bind(bound.binding);
    }
    try {
      this.options.observe?.(event, fold);
    } catch {
      // Who looks on has no say in what is recorded.
    }
  }

  #bind(binding: SessionBinding): void {
    if (!isIsolated(binding)) this.state.bind(binding as FlowSessionBinding);
  }
}
