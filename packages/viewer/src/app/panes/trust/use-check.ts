import type { BundleSource } from "@flow-bundle/bundle";
import { useSyncExternalStore } from "react";
import type { RunState } from "../../state/state.ts";
import type { TrustReply } from "./messages.ts";

/** What is known about the last check. */
export interface CheckState {
  readonly runId: string;
  /** What was checked: another source of the same run is a later state of it. */
  readonly source: BundleSource;
  readonly outcome: TrustReply;
  /** When it was over; milliseconds since 1970. */
  readonly finishedAt: number | undefined;
}

let state: CheckState | undefined;
let worker: Worker | undefined;
const listeners = new Set<() => void>();

function set(next: CheckState | undefined): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Checks the bundle of a run as it is now. A check that is under way is given up. */
export function startCheck({ id, source, descriptor }: RunState): void {
  worker?.terminate();
  const own = new Worker(new URL("./trust-worker.ts", import.meta.url), { type: "module" });
  worker = own;
  const learn = (outcome: TrustReply): void => {
    if (worker !== own) return;
    const isOver = outcome.type !== "progress";
    if (isOver) own.terminate();
    set({ runId: id, source, outcome, finishedAt: isOver ? Date.now() : undefined });
  };
  own.addEventListener("message", ({ data }: MessageEvent<TrustReply>) => learn(data));
  own.addEventListener("error", ({ message }) => learn({ type: "failed", message }));
  own.postMessage(descriptor, { transfer: [] });
  learn({ type: "progress", done: 0, total: 0 });
}

/** Gives up the check that is under way. */
export function cancelCheck(): void {
  worker?.terminate();
  worker = undefined;
  set(undefined);
}

/** The last check of this run; it stays while other panes are looked at. */
export function useCheck({ id }: RunState): CheckState | undefined {
  return useSyncExternalStore(subscribe, () => (state?.runId === id ? state : undefined));
}
