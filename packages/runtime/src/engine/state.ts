import type { FoldState } from "@flow-bundle/bundle";
import type {
  FlowNodeResult,
  FlowRunState,
  FlowSessionBinding,
  FlowStepRecord,
} from "../authoring/types.ts";

type Field = keyof FlowRunState;

/**
 * The state of a run as its nodes see it. They may change it, freeze it or break it: the engine only writes to it, one
 * member at a time, and what cannot be written is left as the flow wants it.
 */
export class LiveState {
  readonly value: FlowRunState;
  readonly outputs: Record<string, unknown> = Object.create(null);
  readonly results: Record<string, FlowNodeResult> = Object.create(null);
  readonly #steps: FlowStepRecord[] = [];
  readonly #sessionBindings: Record<string, FlowSessionBinding> = Object.create(null);

  constructor(runId: string, input: unknown, fold: FoldState) {
    const { flowName = "", runTitle, flowPath, startedAt = "" } = fold;
    this.value = {
      runId,
      flowName,
      ...(runTitle !== undefined && { runTitle }),
      ...(flowPath !== undefined && { flowPath }),
      startedAt,
      updatedAt: startedAt,
      status: "running",
      input,
      outputs: this.outputs,
      results: this.results,
      steps: this.#steps,
      sessionBindings: this.#sessionBindings,
    };
  }

  /** Takes over what the trace says since its last event. */
  follow(fold: FoldState): void {
    const { openAttempt } = fold;
    this.#put("updatedAt", fold.lastAt);
    this.#put("status", fold.status);
    this.#put("finishedAt", fold.finishedAt);
    this.#put("currentNode", openAttempt?.nodeId);
    this.#put("currentAttemptId", openAttempt?.attemptId);
    this.#put("currentNodeType", openAttempt?.nodeType);
    this.#put("currentNodeStartedAt", fold.currentNodeStartedAt);
    this.#put("lastHeartbeatAt", fold.lastHeartbeatAt);
    this.#put("statusDetail", fold.statusDetail);
    this.#put("waitingOn", fold.waitingOn);
    this.#put("error", fold.error);
  }

  /** An attempt has ended. */
  finish(result: FlowNodeResult, step: FlowStepRecord): void {
    define(this.results, result.nodeId, result);
    try {
      Array.prototype.push.call(this.#steps, step);
    } catch {
      // The flow froze it.
    }
    if (result.outcome === "ok") this.output(result.nodeId, result.output);
  }

  /** The output of a node; undefined: it has none. */
  output(nodeId: string, output: unknown): void {
    if (output === undefined) Reflect.deleteProperty(this.outputs, nodeId);
    else define(this.outputs, nodeId, output);
  }

  /** The attempt that ended last, a checkpoint, got another output. */
  answer(result: FlowNodeResult, step: FlowStepRecord): void {
    this.output(result.nodeId, result.output);
    define(this.results, result.nodeId, result);
    define(this.#steps, String(this.#steps.length - 1), step);
  }

  bind(binding: FlowSessionBinding): void {
    define(this.#sessionBindings, binding.key, binding);
  }

  #put(field: Field, value: unknown): void {
    if (value === undefined) Reflect.deleteProperty(this.value, field);
    else define(this.value, field, value);
  }
}

/** Whatever the key is, and whatever was made of the object: this does not throw. */
function define(target: object, key: string, value: unknown): void {
  Reflect.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
