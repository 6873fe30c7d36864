import { useEffect, useRef } from "react";
import { useStore } from "../state/store.ts";
import { commands } from "./commands.ts";

const groups = ["Page", "Run", "Replay", "Panes"] as const;
const shownKeys: ReadonlyMap<string, string> = new Map([
  ["ArrowLeft", "←"],
  ["ArrowRight", "→"],
  ["ArrowUp", "↑"],
  ["ArrowDown", "↓"],
  [" ", "Space"],
]);

/** The list of keys. */
export function HelpDialog() {
  const store = useStore();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="help"
      aria-labelledby="help-title"
      onClose={() => store.dispatch({ type: "help", open: false })}
    >
      <div className="help-head">
        <h2 id="help-title">Keys</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {groups.map((group) => {
        const shown = commands.filter((command) => command.group === group);
        if (shown.length === 0) return null;
        return (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl className="help-keys">
              {shown.map(({ keys, title }) => (
                <div key={title}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{shownKeys.get(key) ?? key.replace("Shift+", "Shift ")}</kbd>
                    ))}
                  </dt>
                  <dd>{title}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </dialog>
  );
}
