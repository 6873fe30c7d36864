import type { Command } from "../shell/command.ts";
import { changeSpeed, jumpToEnd, moveToStop, pause, step, stepLine, togglePlay } from "./move.ts";

const replay = { group: "Replay", needsRun: true } as const;

/** The keys of the replay. */
export const playbackCommands: readonly Command[] = [
  { ...replay, keys: [" "], title: "Play or pause", run: togglePlay },
  { ...replay, keys: ["ArrowLeft"], title: "Previous attempt", run: (store) => step(store, -1) },
  { ...replay, keys: ["ArrowRight"], title: "Next attempt", run: (store) => step(store, 1) },
  { ...replay, keys: [","], title: "Previous event", run: (store) => stepLine(store, -1) },
  { ...replay, keys: ["."], title: "Next event", run: (store) => stepLine(store, 1) },
  {
    ...replay,
    keys: ["Home"],
    title: "Before the first event",
    run(store) {
      pause(store);
      moveToStop(store, 0);
    },
  },
  { ...replay, keys: ["End", "l"], title: "To the end, or to live", run: jumpToEnd },
  { ...replay, keys: ["["], title: "Slower", run: (store) => changeSpeed(store, -1) },
  { ...replay, keys: ["]"], title: "Faster", run: (store) => changeSpeed(store, 1) },
];
