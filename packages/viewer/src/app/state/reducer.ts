import type { Action } from "./actions.ts";
import { parseSelection } from "./selection.ts";
import type { AppState, ListedRun, RunState } from "./state.ts";
import { TraceTable } from "../trace/trace-table.ts";
import type { SourceDescriptor } from "../source/descriptor.ts";
import type { BundleSource } from "@flow-bundle/bundle";

/** The state of a page that was just opened. */
export function initialState(query: string): AppState {
  return {
    runs: { phase: "loading", entries: [], notes: [], failure: undefined, reading: undefined },
    selection: parseSelection(query),
    primary: null,
    other: null,
    settings: { theme: "system", follow: true },
    playback: { playing: false, speed: undefined, time: undefined },
    help: false,
    about: false,
    announcement: "",
  };
}

/** A run of which nothing was read yet. */
export function openingRun(
  id: string,
  descriptor: SourceDescriptor,
  source: BundleSource,
): RunState {
  return {
    id,
    name: descriptor.name,
    descriptor,
    source,
    phase: "opening",
    version: "1.1",
    manifest: undefined,
    flow: undefined,
    problems: [],
    table: new TraceTable(),
    client: undefined,
    revision: 0,
    traceBytes: 0,
    end: undefined,
    live: "off",
    writer: "unknown",
    fileVersions: new Map(),
  };
}

/** The next state. Pure, but for the table of the trace, which grows in place. */
export function reduce(state: AppState, action: Action): AppState {
  switch (action.type) {
    case "runs/listed": {
      const served = action.list.runs.map((run): ListedRun => ({ ...run, origin: "served" }));
      const picked = state.runs.entries.filter(({ origin }) => origin !== "served");
      const { notes } = action.list;
      const entries = [...picked, ...served];
      return {
        ...state,
        runs: { ...state.runs, phase: "ready", entries, notes, failure: undefined },
      };
    }
    case "runs/static":
      return { ...state, runs: { ...state.runs, phase: "static" } };
    case "runs/failed":
      return {
        ...state,
        runs: {
          ...state.runs,
          phase: state.runs.phase === "loading" ? "ready" : state.runs.phase,
          failure: action.message,
          reading: undefined,
        },
      };
    case "runs/reading":
      return {
        ...state,
        runs: { ...state.runs, failure: undefined, reading: action.sentence },
      };
    case "runs/added": {
      const added = new Set(action.runs.map(({ id }) => id));
      const others = state.runs.entries.filter(({ id }) => !added.has(id));
      const entries = [...action.runs, ...others];
      return {
        ...state,
        runs: { ...state.runs, entries, failure: undefined, reading: undefined },
      };
    }
    case "selected":
      return { ...state, selection: action.selection };
    case "run/opened":
      return {
        ...state,
        primary: action.run,
        about: false,
        playback: { ...state.playback, playing: false, time: undefined },
      };
    case "run/learned":
      return changeRun(state, action.id, (run) => ({ ...run, ...action.fields }));
    case "trace/batches":
      return changeRun(state, action.id, (run) => {
        for (const batch of action.batches) run.table.append(batch);
        return { ...run, revision: run.revision + 1 };
      });
    case "trace/end":
      return changeRun(state, action.id, (run) => ({
        ...run,
        end: action.end,
        phase: "ready",
        revision: run.revision + 1,
      }));
    case "files/changed":
      return changeRun(state, action.id, (run) => {
        const fileVersions = new Map(run.fileVersions);
        for (const path of action.paths) fileVersions.set(path, (fileVersions.get(path) ?? 0) + 1);
        return { ...run, fileVersions };
      });
    case "settings":
      return { ...state, settings: { ...state.settings, ...action.settings } };
    case "playback":
      return { ...state, playback: { ...state.playback, ...action.playback } };
    case "about":
      return { ...state, about: action.open };
    case "help":
      return { ...state, help: action.open };
    case "announced":
      return { ...state, announcement: action.text };
  }
}

function changeRun(state: AppState, id: string, change: (run: RunState) => RunState): AppState {
  const { primary } = state;
  return primary?.id === id ? { ...state, primary: change(primary) } : state;
}
