import { BundleError, lockOf, openBundle, SourceError } from "@flow-bundle/bundle";
import type { Host, OpenBundle } from "@flow-bundle/bundle";
import type { FlowRunStatus } from "../authoring/types.ts";
import type { RunPlace } from "./find-run.ts";

/**
 * How a run stands: its status, but of a run that has not ended, only `running` when its process lives. `died`: it does
 * not; `flow resume` or `flow recover` brings it to an end. `unknown`: that cannot be told from here. `broken`: the
 * folder cannot be read as a bundle.
 */
export type RunCondition = FlowRunStatus | "died" | "unknown" | "broken";

/** All conditions. */
export const runConditions: readonly RunCondition[] = [
  "running",
  "waiting",
  "completed",
  "failed",
  "timed_out",
  "died",
  "unknown",
  "broken",
];

/** What a list of runs tells of each. Times are as in the manifest, `YYYY-MM-DDTHH:mm:ss.sssZ` in a valid bundle. */
export interface RunFacts extends RunPlace {
  readonly condition: RunCondition;
  /** From the manifest; absent when it is broken. */
  readonly status?: string;
  readonly flowName?: string;
  readonly runTitle?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Node id of the checkpoint that the run waits for. */
  readonly waitingOn?: string;
  /** Process that writes, or wrote, to the bundle. */
  readonly pid?: number;
  /** Why the folder cannot be read as a bundle. */
  readonly problem?: string;
}

/** Looks at a run without reading its trace. Throws nothing because of what is in the folder. */
export async function readRunFacts(host: Host, place: RunPlace): Promise<RunFacts> {
  try {
    const bundle = await openBundle(host.files.source(place.path));
    const { status, flowName, runTitle, startedAt, finishedAt } = bundle.manifest;
    const { condition, pid } = await conditionOf(host, place.path, bundle);
    const waitingOn = status === "waiting" ? await readWaitingOn(bundle) : undefined;
    return {
      ...place,
      condition,
      status,
      flowName,
      ...(typeof runTitle === "string" && { runTitle }),
      startedAt,
      ...(typeof finishedAt === "string" && { finishedAt }),
      ...(waitingOn !== undefined && { waitingOn }),
      ...(pid !== undefined && { pid }),
    };
  } catch (error) {
    if (!isFaultOfBundle(error)) throw error;
    return { ...place, condition: "broken", problem: error.message };
  }
}

/** Whether an error says that a bundle cannot be read, and not that we have a fault. */
export function isFaultOfBundle(error: unknown): error is Error {
  return error instanceof BundleError || error instanceof SourceError;
}

/** How a run stands, and which process writes to it. */
export async function conditionOf(
  host: Host,
  path: string,
  { manifest, version }: OpenBundle,
): Promise<{ readonly condition: RunCondition; readonly pid?: number }> {
  const { status } = manifest;
  if (status === "completed" || status === "failed" || status === "timed_out") {
    return { condition: status };
  }
  if (status !== "running" && status !== "waiting") return { condition: "unknown" };
  const lock = await lockOf(host, path).catch(() => undefined);
  const pid = lock === undefined ? {} : { pid: lock.holder.pid };
  if (lock?.life === "alive") return { condition: "running", ...pid };
  if (status === "waiting") return { condition: "waiting", ...pid };
  // Writers of 1.0 take no lock, so that none means nothing.
  const isKnown = lock === undefined ? version !== "1.0" : lock.life === "dead";
  return { condition: isKnown ? "died" : "unknown", ...pid };
}

async function readWaitingOn(bundle: OpenBundle): Promise<string | undefined> {
  const { waitingOn } = await bundle.live().catch((error: unknown) => {
    if (isFaultOfBundle(error)) return { waitingOn: undefined };
    throw error;
  });
  return typeof waitingOn === "string" ? waitingOn : undefined;
}
