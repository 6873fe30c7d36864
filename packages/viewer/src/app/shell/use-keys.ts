import { useEffect } from "react";
import { useStore } from "../state/store.ts";
import { commands } from "./commands.ts";

/** Runs commands by key. Not while a text is being typed, and not with modifiers, which belong to the browser. */
export function useKeys(): void {
  const store = useStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || isPressing(event)) return;
      if (event.key === "Escape" && store.state.help) {
        store.dispatch({ type: "help", open: false });
        return;
      }
      const command = commands.find(({ keys }) => keys.some((key) => matches(event, key)));
      if (command === undefined || (command.needsRun && store.state.primary === null)) return;
      // Behind an open dialog nothing moves.
      if (store.state.help && command.keys[0] !== "?") return;
      if (store.state.about && command.keys[0] !== "i") return;
      event.preventDefault();
      command.run(store);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [store]);
}

function matches(event: KeyboardEvent, key: string): boolean {
  const shifted = key.startsWith("Shift+");
  const name = shifted ? key.slice(6) : key;
  // A letter with Shift is another key; signs such as "?" need Shift on some keyboards only.
  const isLetter = /^[a-z]$/i.test(name);
  return (
    event.key.toLowerCase() === name.toLowerCase() && (!isLetter || event.shiftKey === shifted)
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=range]), textarea, select");
}

/** Space presses what has the focus, and in a text that scrolls the keys that move belong to it. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === " ") return target.matches("button, a, summary, [role=button], [role=treeitem]");
  return /^Arrow|^Home$|^End$/.test(key) && target.matches("pre, dialog *");
}
