import { useStore } from "../state/store.ts";
import { Dialog } from "../ui/dialog.tsx";
import { commands } from "./commands.ts";
import "./help-dialog.css";

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
  return (
    <Dialog title="Keys" onClose={() => store.dispatch({ type: "help", open: false })}>
      <div className="help-groups">
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
      </div>
    </Dialog>
  );
}
