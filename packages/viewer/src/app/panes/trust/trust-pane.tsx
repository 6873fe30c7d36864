import { useEffect } from "react";
import "./trust-pane.css";
import { finalState } from "../../state/selectors.ts";
import { useRun } from "../../state/store.ts";
import type { RunState } from "../../state/state.ts";
import { Empty, Note } from "../../ui/note.tsx";
import { count, formatBytes, formatMoment } from "../../ui/time.ts";
import { Findings } from "./findings.tsx";
import type { TrustReply } from "./messages.ts";
import { Parts } from "./parts.tsx";
import { RuleLists } from "./rule-lists.tsx";
import { SealCard } from "./seal-card.tsx";
import { cancelCheck, startCheck, useCheck, type CheckState } from "./use-check.ts";
import { Verdict } from "./verdict.tsx";

/** Bundles up to this size of their trace are checked at once when the pane is opened. */
const atOnceBytes = 200_000_000;

/** Whether the record can be trusted: the validator, on the same bundle, in the browser. */
export function TrustPane() {
  const run = useRun();
  const check = useCheck(run);
  const { id, phase, traceBytes } = run;
  const isSmall = traceBytes <= atOnceBytes;
  useEffect(() => {
    if (check === undefined && isSmall && phase === "ready") startCheck(run);
    // oxlint-disable-next-line exhaustive-deps -- once for a run; checking again is asked for
  }, [id, phase, isSmall]);
  const hasEnded = finalState(run)?.finished === true && run.live === "off";
  const isOutdated = check?.outcome.type === "done" && check.source !== run.source;
  useEffect(() => {
    // The run went on after it was checked, and is over now: the record is whole only from here on.
    if (isOutdated && hasEnded && isSmall && phase === "ready") startCheck(run);
    // oxlint-disable-next-line exhaustive-deps -- once, when the run ends
  }, [id, phase, isSmall, isOutdated, hasEnded]);
  if (check === undefined) {
    return (
      <Empty title="This bundle has not been checked yet">
        <p>
          All files are read and held against the rules of the format, here in the browser. Nothing
          leaves this page.
        </p>
        <p>
          <button type="button" className="primary" onClick={() => startCheck(run)}>
            Check it
          </button>
        </p>
      </Empty>
    );
  }
  const { outcome } = check;
  return (
    <article className="trust" aria-label="Trust">
      {outcome.type === "progress" && <Progress {...outcome} />}
      {outcome.type === "failed" && <Failed run={run} message={outcome.message} />}
      {outcome.type === "done" && <Result run={run} check={check} outcome={outcome} />}
    </article>
  );
}

function Progress({ done, total }: Extract<TrustReply, { type: "progress" }>) {
  return (
    <div className="trust-progress" role="status">
      <p>
        Checking …{" "}
        {total > 0 && (
          <span className="soft">
            {formatBytes(done)} of {formatBytes(total)}
          </span>
        )}
      </p>
      <progress max={Math.max(total, 1)} value={done} aria-label="How much was checked" />
      <p>
        <button type="button" onClick={cancelCheck}>
          Stop
        </button>
      </p>
    </div>
  );
}

function Failed({ run, message }: { readonly run: RunState; readonly message: string }) {
  return (
    <Note tone="error" title="The check did not come to an end">
      <p>That says nothing about the bundle. {message}</p>
      <p>
        <button type="button" onClick={() => startCheck(run)}>
          Check again
        </button>
      </p>
    </Note>
  );
}

interface ResultProps {
  readonly run: RunState;
  readonly check: CheckState;
  readonly outcome: Extract<TrustReply, { type: "done" }>;
}

interface OutdatedProps {
  readonly run: RunState;
  /** Events that the check has seen. */
  readonly checked: number;
}

/** Of which state the result is, when the bundle has changed since. */
function Outdated({ run, checked }: OutdatedProps) {
  const since = run.table.rowCount - checked;
  const goesOn = finalState(run)?.finished !== true;
  return (
    <Note tone="warning" title="The bundle has changed since it was checked">
      <p>
        {since > 0
          ? `Checked up to event ${checked.toLocaleString("en")}; ${count(since, "event")} came since.`
          : "Files other than the trace were written since."}{" "}
        What is below is about the state of then.
        {goesOn && " When the run ends it is checked again by itself, while this pane is open."}
      </p>
      <p>
        <button type="button" onClick={() => startCheck(run)}>
          Check again now
        </button>
      </p>
    </Note>
  );
}

function Result({ run, check, outcome }: ResultProps) {
  const { report, titles, manifestDigest } = outcome;
  return (
    <>
      {check.source !== run.source && <Outdated run={run} checked={report.facts.events} />}
      <Verdict report={report} />
      <SealCard report={report} manifest={run.manifest?.raw} digest={manifestDigest} />
      <Parts report={report} titles={titles} />
      <Findings report={report} titles={titles} />
      <RuleLists report={report} titles={titles} />
      <p className="trust-again soft">
        <span>
          Checked {formatMoment(check.finishedAt)}, in this browser, up to event{" "}
          {report.facts.events.toLocaleString("en")}.
        </span>
        <button type="button" onClick={() => startCheck(run)}>
          Check again
        </button>
      </p>
    </>
  );
}
