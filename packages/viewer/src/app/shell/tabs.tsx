import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { Pane } from "../panes/pane.ts";
import { useSelection, useStore } from "../state/store.ts";

interface Props {
  readonly panes: readonly Pane[];
  readonly children: (pane: Pane) => ReactNode;
}

/** Panes that share one area, with a tab each. */
export function Tabs({ panes: tabbed, children }: Props) {
  const store = useStore();
  const { tab } = useSelection();
  const list = useRef<HTMLDivElement>(null);
  const current = tabbed.find(({ id }) => id === tab) ?? tabbed[0];
  useEffect(() => {
    // In a narrow window the tabs scroll sideways: the one in front is never out of sight.
    const selected = list.current?.querySelector("[aria-selected=true]");
    selected?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current?.id, tabbed.length]);
  if (current === undefined) return null;
  const go = (at: number): void => {
    store.select({ tab: tabbed[at]?.id }, { replace: true });
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabbed.indexOf(current);
    const last = tabbed.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: at === 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    go(target);
  };
  return (
    <div className="panes-detail">
      <div className="tabs" role="tablist" aria-label="Details" ref={list} onKeyDown={onKeyDown}>
        {tabbed.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            className="tab"
            aria-selected={id === current.id}
            aria-controls={`panel-${id}`}
            tabIndex={id === current.id ? 0 : -1}
            onClick={() => store.select({ tab: id })}
          >
            {title}
          </button>
        ))}
      </div>
      <section
        className="pane"
        role="tabpanel"
        id={`panel-${current.id}`}
        aria-labelledby={`tab-${current.id}`}
      >
        {children(current)}
      </section>
    </div>
  );
}
