import { printable } from "@flow-bundle/bundle";
import { finalState, shownStatus } from "../state/selectors.ts";
import { useAppState, useStore } from "../state/store.ts";
import type { ListedRun, RunState } from "../state/state.ts";
import { OutcomeBadge } from "../ui/badge.tsx";
import { Name } from "../ui/name.tsx";
import { count, formatDuration, formatMoment } from "../ui/time.ts";
import "./header.css";
import { LiveBadge } from "./live-badge.tsx";
import { ProblemSteps } from "./problem-steps.tsx";
import { RunVerdict } from "./run-verdict.tsx";

/** The bar at the top: where we are, how the run ended, and how far it was read. */
export function Header() {
  const store = useStore();
  const run = useAppState((state) => state.primary);
  const isList = useAppState(({ selection }) => (selection.run ?? selection.url) === undefined);
  // What the list says of it is there before anything was read.
  const listed = useAppState(({ runs, selection }) =>
    runs.entries.find(({ id }) => id === selection.run),
  );
  return (
    <header className="header">
      {isList ? (
        <span className="header-brand soft">Flow run viewer</span>
      ) : (
        <nav aria-label="Runs">
          <button
            type="button"
            className="plain"
            onClick={() => store.select({ run: undefined, url: undefined })}
          >
            ← All runs
          </button>
        </nav>
      )}
      {run !== null && <RunHeading run={run} listed={listed} />}
      {run === null && listed !== undefined && <Title text={titleOf(listed)} />}
      <div className="header-tools">
        {run !== null && run.phase !== "failed" && run.phase !== "opening" && (
          <>
            <ProblemSteps run={run} />
            <button
              type="button"
              title="Facts about the run (i)"
              onClick={() => store.dispatch({ type: "about", open: true })}
            >
              About
            </button>
          </>
        )}
        <button
          type="button"
          className="header-help"
          aria-label="Show the keys"
          title="Show the keys (?)"
          onClick={() => store.dispatch({ type: "help", open: true })}
        >
          ?
        </button>
      </div>
      {run !== null && <RunVerdict run={run} />}
    </header>
  );
}

function titleOf({ title, flowName, name }: ListedRun): string {
  return title ?? flowName ?? name;
}

function Title({ text }: { readonly text: string }) {
  return (
    <h1 className="header-title" title={printable(text, { max: 2000 })}>
      <Name text={text} />
    </h1>
  );
}

interface RunHeadingProps {
  readonly run: RunState;
  readonly listed: ListedRun | undefined;
}

function RunHeading({ run, listed }: RunHeadingProps) {
  const { manifest, table } = run;
  const final = finalState(run);
  const status = shownStatus(run);
  const last = table.row(table.lastRow);
  const first = table.row(0);
  const known = manifest?.runTitle ?? manifest?.flowName;
  return (
    <div className="header-run">
      <Title text={known ?? (listed === undefined ? run.name : titleOf(listed))} />
      {manifest?.runTitle !== undefined && (
        <span className="soft header-flow">
          flow <Name text={manifest.flowName} />
        </span>
      )}
      {status !== undefined && <OutcomeBadge outcome={status} />}
      <LiveBadge run={run} />
      {first !== undefined && last !== undefined && (
        <span className="soft header-facts">
          {[
            Number.isFinite(last.time - first.time) && formatDuration(last.time - first.time),
            count(table.attempts.length, "attempt"),
            count(table.rowCount, "event"),
            // Of a run that has not ended this tells whether it still goes on.
            final?.finished === false &&
              Number.isFinite(last.time) &&
              `last event ${formatMoment(last.time)}`,
          ]
            .filter((text) => text !== false)
            .join(" · ")}
        </span>
      )}
      {run.live === "following" && run.end?.torn !== undefined && (
        <span className="soft header-facts">
          The last line is half written ({count(run.end.torn.bytes, "byte")}) and left out
        </span>
      )}
      {run.phase === "indexing" && run.traceBytes > 0 && (
        <progress
          max={run.traceBytes}
          value={table.bytesRead}
          aria-label="How much of the trace was read"
        />
      )}
    </div>
  );
}
