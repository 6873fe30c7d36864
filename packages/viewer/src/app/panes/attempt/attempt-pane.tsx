import "./attempt-pane.css";
import { positionRow, selectedAttempt } from "../../state/selectors.ts";
import { useRun, useSelection, useStore } from "../../state/store.ts";
import type { AttemptRow } from "../../trace/batch.ts";
import { outcomeAt } from "../../trace/trace-table.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Name } from "../../ui/name.tsx";
import { Empty, Loading } from "../../ui/note.tsx";
import { Fact } from "../../ui/section.tsx";
import { formatDuration, formatMoment } from "../../ui/time.ts";
import { AttemptRoute } from "./attempt-route.tsx";
import { Receipts } from "./receipts.tsx";

/** One attempt: what went in, what came out, what it left. */
export function AttemptPane() {
  const run = useRun();
  const selection = useSelection();
  const attempt = selectedAttempt(run, selection);
  if (attempt === undefined) return <NoAttempt />;
  return <Attempt attempt={attempt} row={positionRow(run, selection)} />;
}

function NoAttempt() {
  const { table, phase } = useRun();
  const { attempt, node } = useSelection();
  if (phase === "indexing") return <Loading what="the trace" />;
  if (attempt !== undefined) {
    return (
      <Empty title="The run has no such attempt">
        <Name text={attempt} />
      </Empty>
    );
  }
  if (node !== undefined) {
    return (
      <Empty title="No attempt was made at this node">
        The run did not come to <Name text={node} />.
      </Empty>
    );
  }
  if (table.attempts.length === 0) {
    return (
      <Empty title="No attempt was started yet">
        What went in and what came out will stand here.
      </Empty>
    );
  }
  return <Empty title="No attempt is selected">Select one in the graph or the timeline.</Empty>;
}

function Attempt({ attempt, row }: { readonly attempt: AttemptRow; readonly row: number }) {
  const { table } = useRun();
  const outcome = outcomeAt(attempt, row);
  const sinceStart = attempt.startedAt - (table.row(0)?.time ?? Number.NaN);
  return (
    <article className="attempt" aria-label={`Attempt ${attempt.attemptId}`}>
      <header className="attempt-head">
        <h2>
          <Name text={attempt.attemptId} />
        </h2>
        {outcome !== undefined && <OutcomeBadge outcome={outcome} />}
        <CopyButton text={() => attempt.attemptId} label="Copy the id of the attempt" />
        <AttemptSteps attempt={attempt} />
      </header>
      <dl className="facts">
        <Fact term="Node">
          <Name text={attempt.nodeId} />{" "}
          <span className="soft">
            · <Name text={attempt.nodeType} max={40} />
          </span>
        </Fact>
        <Fact term="Started">
          {formatMoment(attempt.startedAt)}{" "}
          {Number.isFinite(sinceStart) && (
            <span className="soft">· {formatDuration(sinceStart)} into the run</span>
          )}
        </Fact>
        {outcome !== "open" && outcome !== undefined && (
          <Fact term="Took">{formatDuration(attempt.durationMs)}</Fact>
        )}
        {outcome !== undefined && <AttemptRoute attempt={attempt} />}
        {outcome !== undefined && <EventsLink attempt={attempt} row={row} />}
      </dl>
      {outcome === undefined ? (
        <Empty title="It has not started yet">
          At this position of the replay the run has not come to this attempt.
        </Empty>
      ) : (
        <Receipts attemptId={attempt.attemptId} />
      )}
    </article>
  );
}

/** To the other attempts at the same node. */
function AttemptSteps({ attempt }: { readonly attempt: AttemptRow }) {
  const { table } = useRun();
  const store = useStore();
  const { number, count, previous, next } = table.placeAtNode(attempt);
  if (count < 2) return null;
  const go = (to: AttemptRow | undefined): void =>
    store.select({ attempt: to?.attemptId, node: undefined });
  return (
    <div className="attempt-steps" role="group" aria-label="Attempts at this node">
      <button
        type="button"
        disabled={previous === undefined}
        onClick={() => go(previous)}
        aria-label="Previous attempt at this node"
        title="Previous attempt at this node"
      >
        ‹
      </button>
      <span>
        {number.toLocaleString("en")} of {count.toLocaleString("en")} at this node
      </span>
      <button
        type="button"
        disabled={next === undefined}
        onClick={() => go(next)}
        aria-label="Next attempt at this node"
        title="Next attempt at this node"
      >
        ›
      </button>
    </div>
  );
}

/** To where the attempt begins and ends in the trace. */
function EventsLink({ attempt, row }: { readonly attempt: AttemptRow; readonly row: number }) {
  const store = useStore();
  const { startedRow, finishedRow } = attempt;
  const show = (of: number): void =>
    store.select({ tab: "events", log: "trace", event: of + 1, attempt: attempt.attemptId });
  const isOver = finishedRow !== undefined && finishedRow <= row;
  return (
    <Fact term="Events">
      <button type="button" className="link" onClick={() => show(startedRow)}>
        start, line {(startedRow + 1).toLocaleString("en")}
      </button>
      {isOver && (
        <>
          {" · "}
          <button type="button" className="link" onClick={() => show(finishedRow)}>
            outcome, line {(finishedRow + 1).toLocaleString("en")}
          </button>
        </>
      )}
    </Fact>
  );
}
