import { useRef, type KeyboardEvent } from "react";
import { panes } from "../panes/registry.ts";
import type { Pane } from "../panes/pane.ts";
import { PlaybackBar } from "../playback/playback-bar.tsx";
import { useAppState, useRun, useSelection, useStore } from "../state/store.ts";
import { Empty, Loading, Note } from "../ui/note.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useIsWide } from "./use-is-wide.ts";

/** The panes of the run that is looked at. */
export function RunView() {
  const run = useAppState((state) => state.primary);
  if (run === null || run.phase === "opening") return <Loading what="the bundle" />;
  if (run.phase === "failed") {
    return (
      <Empty title="This run cannot be opened">
        {run.problems.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </Empty>
    );
  }
  return <Panes />;
}

function Panes() {
  const isWide = useIsWide();
  const main = isWide ? panes.filter(({ place }) => place === "main") : [];
  const tabbed = panes.filter((pane) => !main.includes(pane));
  return (
    <div className="run-view">
      <Problems />
      <div className="panes">
        {main.length > 0 && (
          <div className="panes-main">
            {main.map((pane) => (
              <section key={pane.id} className="pane" aria-label={pane.title}>
                <PaneBody pane={pane} />
              </section>
            ))}
          </div>
        )}
        <Tabs panes={tabbed} />
      </div>
      <PlaybackBar />
    </div>
  );
}

function Tabs({ panes: tabbed }: { readonly panes: readonly Pane[] }) {
  const store = useStore();
  const { tab } = useSelection();
  const list = useRef<HTMLDivElement>(null);
  const current = tabbed.find(({ id }) => id === tab) ?? tabbed[0];
  if (current === undefined) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = (tabbed.indexOf(current) + step + tabbed.length) % tabbed.length;
    store.select({ tab: tabbed[at]?.id }, { replace: true });
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
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
        <PaneBody pane={current} />
      </section>
    </div>
  );
}

function PaneBody({ pane }: { readonly pane: Pane }) {
  const { id } = useRun();
  const { component: Body } = pane;
  return (
    <ErrorBoundary key={`${id} ${pane.id}`} what="pane">
      <div className="pane-body" data-pane={pane.id} tabIndex={-1}>
        <Body />
      </div>
    </ErrorBoundary>
  );
}

/** What is wrong with the bundle as such, above all panes. */
function Problems() {
  const { problems, end, table } = useRun();
  const messages = problems.map(({ file, message }) => `${file}: ${message}.`);
  if (end?.failure !== undefined && !problems.some(({ file }) => file === "trace.ndjson")) {
    messages.push(`trace.ndjson: ${end.failure}.`);
  }
  if (table.problemCount > 0) {
    const lines = table.problemRows.slice(0, 5).map((row) => row + 1);
    const more = table.problemCount > lines.length ? ", …" : "";
    messages.push(
      `trace.ndjson: ${table.problemCount} of ${table.rowCount} lines cannot be used and are left out (line ${lines.join(", ")}${more}).`,
    );
  }
  const torn = end?.torn;
  if (torn !== undefined) {
    messages.push(
      `trace.ndjson: The last line is half written (${torn.bytes} bytes). It is left out until the rest comes.`,
    );
  }
  if (messages.length === 0) return null;
  return (
    <Note
      tone={messages.length === 1 && torn !== undefined ? "info" : "warning"}
      title="Not everything in this bundle can be shown"
    >
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Note>
  );
}
