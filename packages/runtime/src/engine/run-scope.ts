import type { BundleWriter, Host } from "@flow-bundle/bundle";
import type { FlowRunnerOptions } from "../authoring/types.ts";
import type { ProcessOwner } from "../process/owned-process.ts";
import type { Attempt } from "./attempt.ts";

/** What the parts of one run share. */
export interface RunScope {
  readonly host: Host;
  /** Redacts what is handed to it. */
  readonly writer: BundleWriter;
  readonly options: FlowRunnerOptions;
  /** Default working directory: absolute. */
  readonly cwd: string;
  /** Starts every process of the run. */
  readonly processes: ProcessOwner;
}

/** Executes attempts at nodes of one type; gives the output. Throws when the attempt failed or was aborted. */
export type NodeExecutor<Node> = (
  node: Node,
  attempt: Attempt,
  scope: RunScope,
) => Promise<unknown>;
