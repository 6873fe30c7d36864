import { dirname, resolve } from "node:path";
import type { FlowDefinition } from "../authoring/types.ts";
import type { Io } from "./io.ts";

/** A flow that was loaded and checked. */
export interface FlowFile {
  readonly flow: FlowDefinition;
  /** Absolute path. */
  readonly path: string;
  readonly folder: string;
}

/** Loads a flow; throws a `FlowError` when it cannot be loaded, or has mistakes. */
export async function readFlowFile(file: string, io: Io): Promise<FlowFile> {
  const [{ loadFlow }, { checkFlow }] = await Promise.all([
    import("../load/index.ts"),
    import("../definition/check.ts"),
  ]);
  const { flow, path } = await loadFlow(resolve(io.directory, file));
  return { flow: checkFlow(flow), path, folder: dirname(path) };
}
