import type { CSSProperties } from "react";
import type { Pane } from "../panes/pane.ts";
import { panes } from "../panes/registry.ts";
import { PlaybackBar } from "../playback/playback-bar.tsx";
import { useAppState, useRun, useStore } from "../state/store.ts";
import { Empty, Loading } from "../ui/note.tsx";
import { BundleProblems } from "./bundle-problems.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Splitter } from "./splitter.tsx";
import { StoppedNote } from "./stopped-note.tsx";
import { Tabs } from "./tabs.tsx";
import { useIsWide } from "./use-is-wide.ts";
import { useShare } from "./use-share.ts";

/** The panes of the run that is looked at. */
export function RunView() {
  const run = useAppState((state) => state.primary);
  const store = useStore();
  if (run === null || run.phase === "opening") return <Loading what="the bundle" />;
  if (run.phase === "failed") {
    return (
      <Empty title="This run cannot be opened">
        {run.problems.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
        <p>
          <button
            type="button"
            className="primary"
            onClick={() => store.select({ run: undefined, url: undefined })}
          >
            All runs
          </button>
        </p>
      </Empty>
    );
  }
  return (
    <div className="run-view">
      <div className="run-notes">
        <StoppedNote />
        <BundleProblems />
      </div>
      <Panes />
      <PlaybackBar />
    </div>
  );
}

const across = { min: 20, max: 80 };
const down = { min: 15, max: 85 };

function Panes() {
  const isWide = useIsWide();
  const [left, setLeft] = useShare("details", across);
  const [top, setTop] = useShare("timeline", down);
  if (!isWide) {
    return (
      <div className="panes">
        <Tabs panes={panes}>{(pane) => <PaneBody key={pane.id} pane={pane} />}</Tabs>
      </div>
    );
  }
  const main = panes.filter(({ place }) => place === "main");
  const shares = {
    ...(left !== undefined && { "--left": `${left}%` }),
    ...(top !== undefined && { "--top": `${top}%` }),
  } as CSSProperties;
  return (
    <div className="panes" style={shares} data-moved={left !== undefined}>
      <div className="panes-main" data-moved={top !== undefined}>
        {main.map((pane, i) => [
          i > 0 && (
            <Splitter
              key="edge"
              label="Height of the graph"
              direction="column"
              limits={down}
              share={top}
              onMove={setTop}
            />
          ),
          <section key={pane.id} className="pane" aria-label={pane.title}>
            <PaneBody pane={pane} />
          </section>,
        ])}
      </div>
      <Splitter
        label="Width of graph and timeline"
        direction="row"
        limits={across}
        share={left}
        onMove={setLeft}
      />
      <Tabs panes={panes.filter(({ place }) => place === "detail")}>
        {(pane) => <PaneBody key={pane.id} pane={pane} />}
      </Tabs>
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
