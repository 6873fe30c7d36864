import type { FoldState } from "@flow-bundle/bundle";
import type { LiveProjection, RunProjection } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import { liveFile, runFile } from "./files.ts";
import { followedState } from "./follower.ts";
import { perBundle } from "./per-bundle.ts";

/**
 * How closely projections have to follow the trace. `exact` (1.1): every field. `settled` (1.0, the run waits or has
 * ended): every field, times in order only. `open` (1.0, the run goes on, or its writer was killed): they are as far as
 * the trace or one event ahead, because 1.0 writers write them first.
 */
export type Strictness = "exact" | "settled" | "open";

/** A projection beside the state that it has to show. */
export interface Shown<Value> {
  readonly file: string;
  readonly value: Value;
  readonly state: FoldState;
  readonly strictness: Strictness;
}

/** What can be compared with the trace. Where something is undefined, another rule told why it cannot. */
export interface Moments {
  readonly run?: Shown<RunProjection>;
  readonly live?: Shown<LiveProjection>;
  readonly steps?: {
    /** The state at the end of the trace. */
    readonly state: FoldState;
    readonly strictness: Strictness;
    /** So many steps must be there; the state may have more while a 1.1 run goes on. */
    readonly minimum: number;
  };
}

/** Which state each projection has to show; once the trace was read. */
export const momentsOf: (ctx: BundleContext) => Moments = perBundle((ctx) => {
  if (!isWhole(ctx)) return {};
  return ctx.version === "1.0" ? atTheEnd(ctx) : atOwnSeq(ctx);
});

/** False when events were lost or added, which trace/seq tells: a state made of the others says nothing. */
export function isWhole({ fold, trace }: BundleContext): boolean {
  return fold.upToSeq === trace.events;
}

/** `run.json` and `live.json`, as far as they can be compared with the trace. */
export function shownOf(ctx: BundleContext): readonly Shown<RunProjection | LiveProjection>[] {
  const { run, live } = momentsOf(ctx);
  return [run, live].filter((shown) => shown !== undefined);
}

/** True when projections of 1.1 have to be complete, because the run waits or has ended. */
export function mustBeComplete({ finished, status, fold }: BundleContext): boolean {
  return finished ? fold.terminal !== null : status === "waiting" && fold.status === "waiting";
}

/**
 * True when the manifest says that the run waits or has ended, and the trace does not. Another rule says so; projections
 * that know more than such a trace are not wrong.
 */
export function lacksEnd({ finished, status, fold }: BundleContext): boolean {
  return finished ? fold.terminal === null : status === "waiting" && fold.status !== "waiting";
}

function atTheEnd(ctx: BundleContext): Moments {
  if (lacksEnd(ctx)) return {};
  const { fold: state, run, live } = ctx;
  const strictness = ctx.finished || ctx.status === "waiting" ? "settled" : "open";
  return {
    ...(run !== undefined && { run: { file: runFile, value: run, state, strictness } }),
    ...(live !== undefined && { live: { file: liveFile, value: live, state, strictness } }),
    steps: { state, strictness, minimum: state.finishedAttempts.length },
  };
}

function atOwnSeq(ctx: BundleContext): Moments {
  const { fold, run, live } = ctx;
  if (ctx.finished && fold.terminal === null) return {};
  const complete = mustBeComplete(ctx);
  const show = <Value extends RunProjection | LiveProjection>(
    file: string,
    value: Value | undefined,
  ): Shown<Value> | undefined => {
    if (value?.upToSeq === undefined || value.upToSeq > fold.upToSeq) return undefined;
    if (value.status === ctx.status && lacksEnd(ctx)) return undefined;
    const state = complete
      ? value.upToSeq === fold.upToSeq && fold
      : followedState(ctx, value.upToSeq);
    return state ? { file, value, state, strictness: "exact" } : undefined;
  };
  const shownRun = show(runFile, run);
  const shownLive = show(liveFile, live);
  if (shownRun === undefined && lacksEnd(ctx)) return {};
  const written = complete ? fold : shownRun?.state;
  return {
    ...(shownRun !== undefined && { run: shownRun }),
    ...(shownLive !== undefined && { live: shownLive }),
    steps: { state: fold, strictness: "exact", minimum: written?.finishedAttempts.length ?? 0 },
  };
}
