import { useMemo, useState } from "react";
import type { ListedRun } from "../../state/state.ts";
import { formatSelection } from "../../state/selection.ts";
import { useStore } from "../../state/store.ts";
import { OutcomeBadge, OutcomeMark } from "../../ui/badge.tsx";
import { Name } from "../../ui/name.tsx";
import { Empty } from "../../ui/note.tsx";
import { count, formatDuration, formatMoment } from "../../ui/time.ts";
import { countKinds, filterRuns, kindOf } from "./run-filter.ts";

const shownAtFirst = 200;
/** Fewer runs than this are found by looking. */
const worthFiltering = 8;

const kindWords: ReadonlyMap<string, string> = new Map([
  ["timed_out", "timed out"],
  ["unreadable", "cannot be read"],
]);

/** Runs newest first, with ways to narrow them. */
export function RunList({ runs }: { readonly runs: readonly ListedRun[] }) {
  const [text, setText] = useState("");
  const [kind, setKind] = useState<string>();
  const [shown, setShown] = useState(shownAtFirst);
  const kinds = useMemo(() => countKinds(runs), [runs]);
  const chosen = kinds.some((one) => one.kind === kind) ? kind : undefined;
  const found = useMemo(() => filterRuns(runs, { text, kind: chosen }), [runs, text, chosen]);
  const missing = found.length - shown;
  return (
    <>
      {(runs.length >= worthFiltering || kinds.length > 1) && (
        <div className="runs-filter" role="search" aria-label="Filter runs">
          <input
            type="search"
            aria-label="Filter by title, flow, name or id"
            placeholder="Filter by title, flow, name or id"
            value={text}
            spellCheck={false}
            onChange={({ target }) => setText(target.value)}
          />
          <div className="runs-kinds" role="group" aria-label="Status">
            <button
              type="button"
              aria-pressed={chosen === undefined}
              onClick={() => setKind(undefined)}
            >
              all {runs.length.toLocaleString("en")}
            </button>
            {kinds.map((one) => (
              <button
                key={one.kind}
                type="button"
                aria-pressed={chosen === one.kind}
                data-outcome={one.kind === "unreadable" ? "failed" : one.kind}
                onClick={() => setKind(chosen === one.kind ? undefined : one.kind)}
              >
                <OutcomeMark outcome={one.kind === "unreadable" ? "failed" : one.kind} />{" "}
                {kindWords.get(one.kind) ?? one.kind} {one.count.toLocaleString("en")}
              </button>
            ))}
          </div>
        </div>
      )}
      <p className="visually-hidden" role="status">
        {found.length === runs.length ? "" : `${count(found.length, "run")} of ${runs.length}`}
      </p>
      {found.length === 0 ? (
        <Empty title="No run passes the filter">
          <button
            type="button"
            onClick={() => {
              setText("");
              setKind(undefined);
            }}
          >
            Show all {count(runs.length, "run")}
          </button>
        </Empty>
      ) : (
        <ul className="runs-list">
          {found.slice(0, shown).map((run) => (
            <li key={run.id}>
              <RunLink run={run} />
            </li>
          ))}
        </ul>
      )}
      {missing > 0 && (
        <p className="runs-more">
          <span className="soft">{count(missing, "more run")}, older than these.</span>{" "}
          <button type="button" onClick={() => setShown(shown + 5 * shownAtFirst)}>
            Show more
          </button>
        </p>
      )}
    </>
  );
}

function RunLink({ run }: { readonly run: ListedRun }) {
  const store = useStore();
  const { id, name, title, flowName, status, startedAt, finishedAt, problem, runId } = run;
  const ms = Date.parse(finishedAt ?? "") - Date.parse(startedAt ?? "");
  const heading = title ?? flowName ?? name;
  // What says nothing new is left out: a folder is often called like its run.
  const details = [problem, flowName, name, runId].filter(
    (text, i, all) => text !== undefined && text !== heading && all.indexOf(text) === i,
  ) as string[];
  return (
    <a
      className="run-link"
      href={formatSelection({ run: id })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        store.select({ run: id });
      }}
    >
      <span className="run-link-title">
        <Name text={heading} />
        <span className="soft run-link-name">
          {details.map((text, i) => (
            <span key={text}>
              {i > 0 && " · "}
              <Name text={text} />
            </span>
          ))}
        </span>
      </span>
      {problem === undefined ? (
        <OutcomeBadge outcome={kindOf(run) === "stopped" ? "stopped" : (status ?? "")} />
      ) : (
        <span className="badge" data-outcome="failed">
          <OutcomeMark outcome="failed" /> cannot be read
        </span>
      )}
      <span className="soft run-link-time">{problem === undefined && formatMoment(startedAt)}</span>
      <span className="soft run-link-duration">
        {problem === undefined && Number.isFinite(ms) && formatDuration(ms)}
      </span>
    </a>
  );
}
