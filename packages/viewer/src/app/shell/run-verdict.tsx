import { finalState } from "../state/selectors.ts";
import { useStore } from "../state/store.ts";
import type { RunState } from "../state/state.ts";
import { Name } from "../ui/name.tsx";

/** In a line: why the run went wrong, or what it waits for, and where that was. */
export function RunVerdict({ run }: { readonly run: RunState }) {
  const final = finalState(run);
  if (final === undefined) return null;
  const { error, status, waitingOn, statusDetail } = final;
  if (error !== undefined) {
    // What ended the run is the last thing that it did.
    const last = run.table.attempts.at(-1);
    const isCulprit = last?.outcome !== undefined && last.outcome !== null && last.outcome !== "ok";
    return (
      <p className="header-verdict" data-outcome={status}>
        <Name text={error} max={400} /> {isCulprit && <AttemptLink attemptId={last.attemptId} />}{" "}
        <EventLink row={final.row} />
      </p>
    );
  }
  if (status !== "waiting") return null;
  const attempt = run.table.attempts[final.openAttempt] ?? run.table.attempts.at(-1);
  return (
    <p className="header-verdict" data-outcome="waiting">
      {statusDetail === undefined ? "Waits for an answer" : <Name text={statusDetail} max={400} />}{" "}
      {attempt !== undefined && attempt.nodeId === waitingOn && (
        <AttemptLink attemptId={attempt.attemptId} />
      )}
    </p>
  );
}

function AttemptLink({ attemptId }: { readonly attemptId: string }) {
  const store = useStore();
  return (
    <span className="soft">
      at{" "}
      <button
        type="button"
        className="link"
        onClick={() => store.select({ attempt: attemptId, node: undefined, tab: "attempt" })}
      >
        <Name text={attemptId} max={80} />
      </button>
    </span>
  );
}

/** To the event itself: the line above the panes is short, and there is all of it. */
function EventLink({ row }: { readonly row: number }) {
  const store = useStore();
  return (
    <span className="soft">
      in{" "}
      <button
        type="button"
        className="link"
        onClick={() => store.select({ tab: "events", log: "trace", event: row + 1 })}
      >
        line {(row + 1).toLocaleString("en")}
      </button>
    </span>
  );
}
