import type { RunList } from "../../protocol/api.ts";
import type { LogEnd } from "../source/read-log.ts";
import type { Batch } from "../trace/batch.ts";
import type { Selection } from "./selection.ts";
import type { ListedRun, Playback, RunState, Settings } from "./state.ts";

/** Everything that can change the state. */
export type Action =
  | { readonly type: "runs/listed"; readonly list: RunList }
  /** There is no server: the page lies on a host of static files. */
  | { readonly type: "runs/static" }
  /** Undefined takes the last message away. */
  | { readonly type: "runs/failed"; readonly message: string | undefined }
  | { readonly type: "runs/reading"; readonly sentence: string }
  | { readonly type: "runs/added"; readonly runs: readonly ListedRun[] }
  /** The address changed. */
  | { readonly type: "selected"; readonly selection: Selection }
  | { readonly type: "run/opened"; readonly run: RunState | null }
  /** Some fields of the open run are known now. Ignored when another run is open. */
  | { readonly type: "run/learned"; readonly id: string; readonly fields: Partial<RunState> }
  | { readonly type: "trace/batches"; readonly id: string; readonly batches: readonly Batch[] }
  | { readonly type: "trace/end"; readonly id: string; readonly end: LogEnd }
  | { readonly type: "files/changed"; readonly id: string; readonly paths: readonly string[] }
  | { readonly type: "settings"; readonly settings: Partial<Settings> }
  | { readonly type: "playback"; readonly playback: Partial<Playback> }
  | { readonly type: "help"; readonly open: boolean }
  | { readonly type: "about"; readonly open: boolean }
  | { readonly type: "announced"; readonly text: string };
