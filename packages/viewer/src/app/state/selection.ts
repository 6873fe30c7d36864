/** The panes that can be in front in the detail area (and in the one column of a narrow window). */
export const tabs = [
  "graph",
  "timeline",
  "attempt",
  "conversation",
  "events",
  "artifacts",
  "trust",
] as const;

export type TabId = (typeof tabs)[number];

/**
 * What is looked at. It lives in the address, and nowhere else: each change is an entry of the history or replaces the
 * last one. Ids are those of the bundle and as hostile as the rest of it.
 */
export interface Selection {
  /** Id of the run in the list of runs; undefined shows the list. */
  readonly run?: string | undefined;
  /** Address of a bundle on the host of the page, instead of `run`. */
  readonly url?: string | undefined;
  readonly tab?: TabId | undefined;
  readonly node?: string | undefined;
  readonly attempt?: string | undefined;
  readonly session?: string | undefined;
  /** Event of the trace: its line, from 1. With a `session`: line of its events.ndjson. */
  readonly event?: number | undefined;
  /** Which file `event` is a line of. */
  readonly log?: "trace" | "session" | undefined;
  /** Path of an artifact. */
  readonly artifact?: string | undefined;
  /** Position of the replay: the state after this line of the trace, 0 before the first. Undefined: the end. */
  readonly at?: number | undefined;
}

const textKeys = ["run", "url", "node", "attempt", "session", "artifact"] as const;
const numberKeys = ["event", "at"] as const;

/** The selection in the query of an address. What is not understood is left out. */
export function parseSelection(query: string): Selection {
  const found = new URLSearchParams(query);
  const selection: { -readonly [Key in keyof Selection]: Selection[Key] } = {};
  for (const key of textKeys) {
    const value = found.get(key);
    if (value !== null && value !== "") selection[key] = value;
  }
  for (const key of numberKeys) {
    const value = found.get(key);
    if (value !== null && /^\d{1,15}$/.test(value)) selection[key] = Number(value);
  }
  const tab = tabs.find((id) => id === found.get("tab"));
  if (tab !== undefined) selection.tab = tab;
  const log = found.get("log");
  if (log === "trace" || log === "session") selection.log = log;
  return selection;
}

/** A selection as the query of an address: "" or one that starts with "?". */
export function formatSelection(selection: Selection): string {
  const query = new URLSearchParams();
  const keys = [
    "run",
    "url",
    "tab",
    "node",
    "attempt",
    "session",
    "log",
    "event",
    "artifact",
    "at",
  ];
  for (const key of keys as (keyof Selection)[]) {
    const value = selection[key];
    if (value !== undefined) query.set(key, String(value).toWellFormed());
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The selection that another run begins with. */
export function selectRun(run: string | undefined): Selection {
  return run === undefined ? {} : { run };
}
