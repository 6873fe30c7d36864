import { createFold } from "@flow-bundle/bundle";
import type { Fold, OpenBundle, RunHead } from "@flow-bundle/bundle";
import { loadValidators } from "@flow-bundle/schema";
import type { Manifest } from "@flow-bundle/schema";

/** A run as its trace tells it. */
export interface ReadRun {
  /** After all events that are valid. */
  readonly fold: Fold;
  /** Lines of events that do not satisfy the schema of the format, and were left out. */
  readonly leftOut: readonly number[];
}

/** Reads the trace of any bundle. Events that are not as they should be are left out: they can hold anything. */
export async function readRun({ manifest, trace, version }: OpenBundle): Promise<ReadRun> {
  const validators = await loadValidators(version);
  const fold = createFold({ version, run: headOf(manifest) });
  const leftOut: number[] = [];
  for await (const { event, line } of trace) {
    if (validators.event(event.type)(event).length === 0) fold.apply(event);
    else leftOut.push(line);
  }
  return { fold, leftOut };
}

/** What a manifest says of a run, as far as it is of the right type. */
function headOf({ runId, flowName, startedAt, runTitle, flowPath }: Manifest): RunHead {
  return {
    runId,
    flowName,
    startedAt,
    ...(typeof runTitle === "string" && { runTitle }),
    ...(typeof flowPath === "string" && { flowPath }),
  };
}
