import { useEffect } from "react";
import "./trust-pane.css";
import { useRun } from "../../state/store.ts";
import type { RunState } from "../../state/state.ts";
import { Empty, Note } from "../../ui/note.tsx";
import { formatBytes, formatMoment } from "../../ui/time.ts";
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

function Result({ run, check, outcome }: ResultProps) {
  const { report, titles, manifestDigest } = outcome;
  return (
    <>
      {check.source !== run.source && (
        <Note tone="warning" title="The bundle has changed since it was checked">
          <p>What is below is about the state of then.</p>
        </Note>
      )}
      <Verdict report={report} />
      <SealCard report={report} manifest={run.manifest?.raw} digest={manifestDigest} />
      <Parts report={report} titles={titles} />
      <Findings report={report} titles={titles} />
      <RuleLists report={report} titles={titles} />
      <p className="trust-again soft">
        <span>Checked {formatMoment(check.finishedAt)}, in this browser.</span>
        <button type="button" onClick={() => startCheck(run)}>
          Check again
        </button>
      </p>
    </>
  );
}
