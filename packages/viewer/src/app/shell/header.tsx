import { printable } from "@flow-bundle/bundle";
import { finalState } from "../state/selectors.ts";
import { useAppState, useStore } from "../state/store.ts";
import type { RunState } from "../state/state.ts";
import { OutcomeBadge } from "../ui/badge.tsx";
import { Name } from "../ui/name.tsx";
import { count, formatDuration } from "../ui/time.ts";

/** The bar at the top: where we are, how the run ended, and how far it was read. */
export function Header() {
  const store = useStore();
  const run = useAppState((state) => state.primary);
  return (
    <header className="header">
      <nav aria-label="Runs">
        <button
          type="button"
          className="plain"
          onClick={() => store.select({ run: undefined, url: undefined })}
          aria-current={run === null ? "page" : undefined}
        >
          {run === null ? "Flow runs" : "← All runs"}
        </button>
      </nav>
      {run !== null && <RunHeading run={run} />}
      <button
        type="button"
        className="plain header-help"
        aria-label="Show the keys"
        onClick={() => store.dispatch({ type: "help", open: true })}
      >
        <kbd>?</kbd>
      </button>
    </header>
  );
}

function RunHeading({ run }: { readonly run: RunState }) {
  const { manifest, table } = run;
  const final = finalState(run);
  const last = table.row(table.lastRow);
  const first = table.row(0);
  const title = manifest?.runTitle ?? manifest?.flowName ?? run.name;
  return (
    <>
      <h1 className="header-title" title={printable(title, { max: 2000 })}>
        <Name text={title} />
      </h1>
      {manifest?.runTitle !== undefined && (
        <span className="soft header-flow">
          <Name text={manifest.flowName} />
        </span>
      )}
      {final !== undefined && <OutcomeBadge outcome={final.status} />}
      <span className="soft header-facts">
        {first !== undefined && last !== undefined && (
          <>{formatDuration(last.time - first.time)} · </>
        )}
        {count(table.attempts.length, "attempt")} · {count(table.rowCount, "event")}
      </span>
      {run.phase === "indexing" && run.traceBytes > 0 && (
        <progress
          max={run.traceBytes}
          value={table.bytesRead}
          aria-label="How much of the trace was read"
        />
      )}
      {final?.error !== undefined && (
        <p className="header-error">
          <Name text={final.error} max={400} />
        </p>
      )}
      {run.live === "following" && <span className="header-live">● live</span>}
      {run.live === "lost" && <span className="header-live soft">○ connection lost</span>}
    </>
  );
}
