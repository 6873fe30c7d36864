import { createFold, type Fold, type FoldState, type RunHead } from "@flow-bundle/bundle";
import type { Manifest } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import type { Handlers, TraceLine } from "../../../engine/rule.ts";
import { perBundle } from "./per-bundle.ts";

/**
 * While a 1.1 run goes on, projections may lag behind the trace. Then folds of their own stop at their `upToSeq`. A
 * finished bundle needs none: there all of them are at the end.
 */
class Follower {
  readonly #folds = new Map<number, Fold>();
  #fed = false;

  constructor(ctx: BundleContext) {
    if (ctx.version === "1.0" || ctx.finished) return;
    const head = ctx.manifest === undefined ? {} : { run: headOf(ctx.manifest) };
    for (const upToSeq of [ctx.run?.upToSeq, ctx.live?.upToSeq]) {
      if (upToSeq !== undefined) this.#folds.set(upToSeq, createFold({ version: "1.1", ...head }));
    }
  }

  /** Handlers for the first rule that asks; the others get none, so that each event is folded once. */
  handlers(): Pick<Handlers, "on"> {
    if (this.#fed || this.#folds.size === 0) return {};
    this.#fed = true;
    return { on: { "*": (line) => this.#apply(line) } };
  }

  stateAt(upToSeq: number): FoldState | undefined {
    return this.#folds.get(upToSeq);
  }

  #apply({ event }: TraceLine): void {
    for (const [upToSeq, fold] of this.#folds) {
      if (event.seq <= upToSeq) fold.apply(event);
    }
  }
}

const followers = perBundle((ctx) => new Follower(ctx));

/** What a rule that compares `run.json` or `live.json` with the trace adds to its handlers. */
export function followProjections(ctx: BundleContext): Pick<Handlers, "on"> {
  return followers(ctx).handlers();
}

/** The state after the event with this `seq`, for a projection that has that `upToSeq`; once the trace was read. */
export function followedState(ctx: BundleContext, upToSeq: number): FoldState | undefined {
  return followers(ctx).stateAt(upToSeq);
}

/** What projections say before the first event. */
function headOf({ runId, flowName, runTitle, flowPath, startedAt }: Manifest): RunHead {
  return {
    runId,
    flowName,
    startedAt,
    ...(runTitle !== undefined && { runTitle }),
    ...(flowPath !== undefined && { flowPath }),
  };
}
