import { BundleError, BundleLockedError, BundleWriteError, SourceError } from "@flow-bundle/bundle";
import { openBundle } from "@flow-bundle/bundle";
import type { Fold, FoldState, Host, OpenBundle } from "@flow-bundle/bundle";
import { paths } from "@flow-bundle/schema";
import type { Flow } from "@flow-bundle/schema";
import { FlowError } from "../errors.ts";
import { readRun } from "../runs/read-run.ts";
import { differenceOf } from "./changed-flow.ts";
import { isWaiting } from "./waiting.ts";

/** What a run is to go on with. */
export interface Resumption {
  readonly flow: Flow;
  readonly hasInput: boolean;
  /** The attempt or node that it has to wait at. */
  readonly checkpoint: string | undefined;
  /** `seq` of the last event that its trace has to have. */
  readonly seenSeq: number | undefined;
}

/**
 * Makes sure, without touching the bundle, that its run can go on. Gives the `seq` of its last event.
 *
 * @throws {FlowError} `run`, when there is no bundle; `resume`, when its run cannot go on.
 */
export async function checkResumable(host: Host, path: string, asked: Resumption): Promise<number> {
  return explaining(path, async () => {
    const bundle = await openBundle(host.files.source(await host.files.resolve(path)));
    const { status } = bundle.manifest;
    if (status !== "running" && status !== "waiting") {
      throw new FlowError("resume", `The run has ended (${status}); it is never reopened`);
    }
    if (bundle.version !== "1.1") {
      const message = `The bundle is one of version ${bundle.version}; only those of 1.1 can be continued`;
      throw new FlowError("resume", message);
    }
    const fold = await foldToContinue(bundle);
    checkAgainst(fold, await bundle.flow(), asked);
    return fold.upToSeq;
  });
}

/**
 * The state of a run that is to go on.
 *
 * @throws {FlowError} `resume`, when an event of its trace is not as the format has it.
 */
export async function foldToContinue(bundle: OpenBundle): Promise<Fold> {
  const { fold, leftOut } = await readRun(bundle);
  const [line] = leftOut;
  if (line === undefined) return fold;
  const message = `The run cannot go on: the event in line ${line} of ${paths.trace} is not valid; bundle-validate tells more`;
  throw new FlowError("resume", message);
}

/** The same for what is known of a bundle. */
export function checkAgainst(fold: FoldState, recorded: Flow, asked: Resumption): void {
  const { terminal, status, runId = "" } = fold;
  if (terminal !== null) {
    const remedy = `flow recover ${runId} closes its bundle`;
    throw new FlowError("resume", `The run has ended (${status}) and cannot go on; ${remedy}`);
  }
  const difference = differenceOf(recorded, asked.flow);
  if (difference !== undefined) {
    const message = `The flow is not the one that the run began with: ${difference}`;
    throw new FlowError("resume", message);
  }
  checkPlace(fold, asked);
}

/** What is said to a run is meant for the place where whoever says it has seen it. */
function checkPlace(fold: FoldState, { hasInput, checkpoint, seenSeq }: Resumption): void {
  const waitsAt = isWaiting(fold) ? fold.lastAttempt : null;
  if (checkpoint !== undefined && ![waitsAt?.attemptId, waitsAt?.nodeId].includes(checkpoint)) {
    const where = waitsAt === null ? "for nothing" : `at ${JSON.stringify(waitsAt.attemptId)}`;
    const message = `The run waits ${where}, and not at ${JSON.stringify(checkpoint)}`;
    throw new FlowError("resume", message);
  }
  if (hasInput && waitsAt === null) {
    const message = "The run waits for nothing, so it takes no input; resume it without";
    throw new FlowError("resume", message);
  }
  if (seenSeq === undefined || seenSeq === fold.upToSeq) return;
  const message = "The run has gone on meanwhile, in another process; look how it stands now";
  throw new FlowError("resume", message);
}

/** Turns what reading and opening a bundle throw into something that the caller can mend. */
export async function explaining<Result>(
  path: string,
  open: () => Promise<Result>,
): Promise<Result> {
  try {
    return await open();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new FlowError("run", `There is no bundle at ${path}`, { cause });
    }
    if (cause instanceof BundleError || cause instanceof SourceError) {
      throw new FlowError("run", `${path} cannot be read as a bundle: ${cause.message}`, { cause });
    }
    const codes: readonly string[] = ["finished", "unsupported", "damaged"];
    const isKnown = cause instanceof BundleWriteError && codes.includes(cause.code);
    if (!isKnown && !(cause instanceof BundleLockedError)) throw cause;
    throw new FlowError("resume", `The run cannot go on: ${cause.message}`, { cause });
  }
}
