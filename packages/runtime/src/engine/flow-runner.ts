import type { FlowDefinition, FlowRunResult, FlowRunnerOptions } from "../authoring/types.ts";
import { carryOut } from "./run-flow.ts";

/** Runs flows, also several at once: each has its own bundle, agents and processes. */
export class FlowRunner {
  readonly #options: FlowRunnerOptions;

  constructor(options: FlowRunnerOptions) {
    this.#options = options;
  }

  /**
   * Runs a flow until it completes or waits.
   *
   * @throws what made the run fail: what a function of the flow threw, as it was; a `TimeoutError` when the time limit of
   * an attempt was exceeded; else an `Error` that says why. The bundle has it all.
   */
  async run(
    flow: FlowDefinition,
    input: unknown,
    { flowPath }: { readonly flowPath?: string } = {},
  ): Promise<FlowRunResult> {
    const cwd = this.#cwd();
    const options = {
      ...this.#options,
      ...(cwd !== undefined && { cwd }),
      ...(flowPath !== undefined && { flowPath }),
    };
    const { end, ending } = await carryOut(flow, input, options);
    if (ending.status === "timed_out") throw new DOMException(ending.error, "TimeoutError");
    if (ending.status === "failed") throw ending.thrown;
    return { runDir: end.path, state: end.state };
  }

  /** The directory of the default agent is that of the run; undefined when there is no such agent. */
  #cwd(): string | undefined {
    try {
      return this.#options.resolveAgent().cwd;
    } catch {
      return undefined;
    }
  }
}
