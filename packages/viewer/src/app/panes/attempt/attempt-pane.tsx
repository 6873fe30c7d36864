import type { AttemptView } from "@flow-bundle/schema";
import "./attempt-pane.css";
import { outcomeAt } from "../../trace/trace-table.ts";
import type { AttemptRow } from "../../trace/batch.ts";
import { positionRow, selectedAttempt } from "../../state/selectors.ts";
import { useRun, useSelection, useStore } from "../../state/store.ts";
import { useAttemptView } from "../../state/use-file.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Fact, Section } from "../../ui/section.tsx";
import { Name } from "../../ui/name.tsx";
import { Empty, Loading, Note } from "../../ui/note.tsx";
import { formatDuration, formatMoment } from "../../ui/time.ts";
import { ActionFacts } from "./action-facts.tsx";
import { ArtifactText } from "./artifact-text.tsx";
import { OutputValue } from "./output-value.tsx";

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
  if (attempt !== undefined) return <Empty title="The run has no such attempt">{attempt}</Empty>;
  if (node !== undefined) return <Empty title="No attempt was made at this node" />;
  if (table.attempts.length === 0) return <Empty title="No attempt was started yet" />;
  return <Empty title="No attempt is selected">Select one in the graph.</Empty>;
}

function Attempt({ attempt, row }: { readonly attempt: AttemptRow; readonly row: number }) {
  const outcome = outcomeAt(attempt, row);
  return (
    <article className="attempt" aria-label={`Attempt ${attempt.attemptId}`}>
      <header className="attempt-head">
        <h2>
          <Name text={attempt.attemptId} />
        </h2>
        {outcome !== undefined && <OutcomeBadge outcome={outcome} />}
        <AttemptSteps attempt={attempt} />
      </header>
      <dl className="facts">
        <Fact term="Node">
          <Name text={attempt.nodeId} />{" "}
          <span className="soft">({attempt.nodeType.slice(0, 40)})</span>
        </Fact>
        <Fact term="Started">{formatMoment(attempt.startedAt)}</Fact>
        {outcome !== "open" && outcome !== undefined && (
          <Fact term="Took">{formatDuration(attempt.durationMs)}</Fact>
        )}
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
  const all = table.attemptsOf(attempt.nodeId);
  if (all.length < 2) return null;
  const at = all.findIndex(({ index }) => index === attempt.index);
  const go = (step: number): void => store.select({ attempt: all[at + step]?.attemptId });
  return (
    <div className="attempt-steps">
      <button
        type="button"
        disabled={at === 0}
        onClick={() => go(-1)}
        aria-label="Previous attempt at this node"
      >
        ←
      </button>
      <span>
        {at + 1} of {all.length}
      </span>
      <button
        type="button"
        disabled={at === all.length - 1}
        onClick={() => go(1)}
        aria-label="Next attempt at this node"
      >
        →
      </button>
    </div>
  );
}

function Receipts({ attemptId }: { readonly attemptId: string }) {
  const loaded = useAttemptView(attemptId);
  if (loaded.phase === "loading" || loaded.value === undefined)
    return <Loading what="the attempt" />;
  if (loaded.value.attemptId !== attemptId) return <Loading what="the attempt" />;
  return <ReceiptList view={loaded.value} />;
}

function ReceiptList({ view }: { readonly view: AttemptView }) {
  const { error, action, output } = view;
  const artifacts = [
    { title: "Whole error", reference: view.errorArtifact },
    { title: "Prompt", reference: view.promptArtifact },
    { title: "Response of the agent", reference: view.rawResponseArtifact },
    { title: "Standard output", reference: view.stdoutArtifact },
    { title: "Standard error", reference: view.stderrArtifact },
  ];
  return (
    <>
      {error !== undefined && (
        <Note tone="error" title="Error">
          <Name text={error} max={2000} />
        </Note>
      )}
      {action !== undefined && <ActionFacts action={action} ended={view.outcome !== null} />}
      {output !== null && (
        <Section title="Output">
          <OutputValue value={output} />
        </Section>
      )}
      {artifacts.map(
        ({ title, reference }) =>
          reference !== undefined && (
            <Section key={title} title={title}>
              <ArtifactText reference={reference} label={title} />
            </Section>
          ),
      )}
      {view.sessionId !== undefined && <SessionLink view={view} />}
    </>
  );
}

function SessionLink({ view }: { readonly view: AttemptView }) {
  const store = useStore();
  const { sessionId, conversation } = view;
  return (
    <Section title="Conversation">
      <p>
        Session <Name text={sessionId ?? ""} />
        {conversation !== undefined && (
          <span className="soft">
            , events {conversation.eventStartSeq} to {conversation.eventEndSeq}
          </span>
        )}{" "}
        <button
          type="button"
          onClick={() => store.select({ tab: "conversation", session: sessionId })}
        >
          Open
        </button>
      </p>
    </Section>
  );
}
