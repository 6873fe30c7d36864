import { flushSync } from "react-dom";
import { panes } from "../panes/registry.ts";
import { playbackCommands } from "../playback/playback-commands.ts";
import { selectProblem } from "../state/problems.ts";
import type { Command } from "./command.ts";

const themes = ["system", "light", "dark"] as const;

/** The map of keys: every command of the page. Panes with keys of their own add them here. */
export const commands: readonly Command[] = [
  {
    keys: ["?"],
    title: "Show the keys",
    group: "Page",
    run: (store) => store.dispatch({ type: "help", open: !store.state.help }),
  },
  {
    keys: ["i"],
    title: "Facts about the run",
    group: "Run",
    needsRun: true,
    run: (store) => store.dispatch({ type: "about", open: !store.state.about }),
  },
  {
    keys: ["t"],
    title: "Switch between the system's colours, light and dark",
    group: "Page",
    run(store) {
      const next = themes[(themes.indexOf(store.state.settings.theme) + 1) % themes.length];
      store.dispatch({ type: "settings", settings: { theme: next ?? "system" } });
      store.dispatch({ type: "announced", text: `Colours: ${next}` });
    },
  },
  {
    keys: ["g"],
    title: "List of runs",
    group: "Page",
    run: (store) => store.select({ run: undefined, url: undefined }),
  },
  {
    keys: ["e"],
    title: "Next problem",
    group: "Run",
    needsRun: true,
    run: (store) => selectProblem(store, 1),
  },
  {
    keys: ["Shift+E"],
    title: "Previous problem",
    group: "Run",
    needsRun: true,
    run: (store) => selectProblem(store, -1),
  },
  ...playbackCommands,
  ...panes.map(({ id, title }, i): Command => ({
    keys: [String(i + 1)],
    title,
    group: "Panes",
    needsRun: true,
    run(store) {
      // Only what has been rendered can have the focus.
      flushSync(() => store.select({ tab: id }));
      document.querySelector<HTMLElement>(`[data-pane="${CSS.escape(id)}"]`)?.focus();
    },
  })),
];
