import { useEffect } from "react";
import { positionTime } from "../state/selectors.ts";
import { useAppState, useStore, type Store } from "../state/store.ts";
import { advance, type Clock } from "./stops.ts";
import { moveTo, speedOf } from "./move.ts";

/** Least time between two pictures: enough to look smooth, little enough for large runs. */
const pictureMs = 60;
/** Longest time that one frame may count, for a page that was in the background. */
const longestFrame = 250;

/** Moves the replay while it plays. */
export function usePlayer(): void {
  const store = useStore();
  const playing = useAppState((state) => state.playback.playing);
  useEffect(() => (playing ? play(store) : undefined), [store, playing]);
}

function play(store: Store): () => void {
  const run = store.state.primary;
  const speed = run === null ? 1 : speedOf(run, undefined);
  let request = 0;
  let last = performance.now();
  let shown = 0;
  let clock: Clock | undefined;
  let sentAt: number | undefined;
  const stop = (): void => {
    store.dispatch({ type: "playback", playback: { playing: false } });
  };
  const frame = (now: number): void => {
    const { primary, selection, playback } = store.state;
    const { at } = selection;
    if (primary === null || at === undefined) {
      stop();
      return;
    }
    request = requestAnimationFrame(frame);
    const { table } = primary;
    // Somebody moved it meanwhile: go on from there.
    if (clock === undefined || at !== sentAt) {
      clock = { at, time: finite(positionTime(primary, selection, playback)) };
      sentAt = at;
    }
    clock = advance(table, clock, Math.min(now - last, longestFrame), playback.speed ?? speed);
    last = now;
    if (clock.at >= table.rowCount && primary.phase !== "indexing") {
      moveTo(store, undefined);
      stop();
      const text = primary.live === "following" ? "Caught up with the run" : "The end of the run";
      store.dispatch({ type: "announced", text });
      return;
    }
    if (now - shown < pictureMs) return;
    shown = now;
    if (clock.at !== at) {
      if (store.state.settings.follow) moveTo(store, clock.at);
      else store.select({ at: clock.at }, { replace: true });
      sentAt = store.state.selection.at;
    }
    store.dispatch({ type: "playback", playback: { time: finite(clock.time) } });
  };
  request = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(request);
}

function finite(time: number | undefined): number {
  return time !== undefined && Number.isFinite(time) ? time : Number.NaN;
}
