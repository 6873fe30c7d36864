import { createContext, use, useSyncExternalStore } from "react";
import type { Action } from "./actions.ts";
import { initialState, reduce } from "./reducer.ts";
import { formatSelection, parseSelection, type Selection } from "./selection.ts";
import type { AppState, RunState } from "./state.ts";

/** Least time between two changes of the same entry of the history. */
const replaceMs = 350;

/** Holds the state, and the address that the selection lives in. */
export class Store {
  #state: AppState;
  readonly #listeners = new Set<() => void>();
  /** An address that has not been written yet. */
  #pending: string | undefined = undefined;
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;

  constructor() {
    this.#state = initialState(location.search);
    addEventListener("popstate", () => {
      this.#pending = undefined;
      this.dispatch({ type: "selected", selection: parseSelection(location.search) });
    });
  }

  get state(): AppState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  dispatch(action: Action): void {
    const next = reduce(this.#state, action);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  /**
   * Changes some of the selection; `undefined` removes. A step that a person would want to take back is a new entry of
   * the history; with `replace` it is not (scrubbing, following, defaults).
   */
  select(change: Selection, { replace = false } = {}): void {
    const { run, url } = this.#state.selection;
    const isOther =
      ("run" in change && change.run !== run) || ("url" in change && change.url !== url);
    const { attempt } = this.#state.selection;
    // Another attempt may have used another session: what was chosen for the last one does not stay.
    const isOtherAttempt =
      attempt !== undefined && change.attempt !== undefined && change.attempt !== attempt;
    const { log, event } = this.#state.selection;
    const kept = isOtherAttempt
      ? {
          ...this.#state.selection,
          session: undefined,
          event: log === "session" ? undefined : event,
        }
      : this.#state.selection;
    const selection = isOther ? change : { ...kept, ...change };
    const query = formatSelection(selection);
    if (query === formatSelection(this.#state.selection)) return;
    const address = `${location.pathname}${query}`;
    if (replace) this.#replace(address);
    else {
      this.#settle();
      history.pushState(null, "", address);
    }
    this.dispatch({ type: "selected", selection: parseSelection(query) });
  }

  /** Browsers refuse an address that changes too often; while something moves the last one is written now and then. */
  #replace(address: string): void {
    this.#pending = address;
    if (this.#timer !== undefined) return;
    this.#settle();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#settle();
    }, replaceMs);
  }

  #settle(): void {
    if (this.#pending !== undefined) history.replaceState(null, "", this.#pending);
    this.#pending = undefined;
  }
}

/** Gives the store to all components. */
export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = use(StoreContext);
  if (store === null) throw new Error("There is no store above this component");
  return store;
}

/** A part of the state. The selector must give the same object while nothing changed: no new objects. */
export function useAppState<T>(selector: (state: AppState) => T): T {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => selector(store.state));
}

/** The run that is looked at. Only for components inside of a pane, where there always is one. */
export function useRun(): RunState {
  const run = useAppState((state) => state.primary);
  if (run === null) throw new Error("No run is open");
  return run;
}

export function useSelection(): Selection {
  return useAppState((state) => state.selection);
}
