import { printable } from "@flow-bundle/bundle";
import { useMemo, useState } from "react";
import "./events-pane.css";
import { useSessionLog } from "../../session/use-session-log.ts";
import { sessionTitle, useSessions } from "../../session/use-sessions.ts";
import { selectedAttempt } from "../../state/selectors.ts";
import { useRun, useSelection, useStore } from "../../state/store.ts";
import { useAttemptView } from "../../state/use-file.ts";
import { Empty, Loading, Note } from "../../ui/note.tsx";
import { count, formatBytes } from "../../ui/time.ts";
import { EventDetail } from "./event-detail.tsx";
import { brokenKind, sessionEventLog, traceLog, type EventLog } from "./event-list.ts";
import { EventRows } from "./event-rows.tsx";
import { useSearch } from "./use-search.ts";

/** The events as they stand in the files: the trace, and those of each session. */
export function EventsPane() {
  const run = useRun();
  const selection = useSelection();
  const { log, session } = selection;
  const sessions = useSessions();
  const own = selectedAttempt(run, selection)?.sessionId;
  const sessionId = log === "session" ? (session ?? own ?? sessions[0]?.sessionId) : undefined;
  const events = useSessionLog(sessionId);
  const { table, revision, end, traceBytes } = run;
  const trace = useMemo(
    () => traceLog(table, end?.torn),
    // The table grows in place.
    // oxlint-disable-next-line exhaustive-deps
    [table, revision, end],
  );
  const known = useMemo(
    () =>
      events === undefined || (events.count === 0 && !events.isRead)
        ? undefined
        : sessionEventLog(events),
    // oxlint-disable-next-line exhaustive-deps
    [events, events?.revision],
  );
  const shown = sessionId === undefined ? trace : known;
  const failure = sessionId === undefined ? end?.failure : events?.failure;
  return (
    <div className="events">
      <LogSwitch sessionId={sessionId} sessions={sessions} />
      {failure !== undefined && (
        <Note tone="warning" title="The file cannot be read">
          {failure}
        </Note>
      )}
      {shown === undefined ? (
        <Loading what="the events" />
      ) : (
        <Events
          key={shown.path}
          log={shown}
          sessionId={sessionId}
          isReading={sessionId === undefined ? run.phase === "indexing" : events?.isRead === false}
          progress={
            sessionId === undefined && traceBytes > 0 ? table.bytesRead / traceBytes : undefined
          }
        />
      )}
    </div>
  );
}

interface LogSwitchProps {
  readonly sessionId: string | undefined;
  readonly sessions: ReturnType<typeof useSessions>;
}

function LogSwitch({ sessionId, sessions }: LogSwitchProps) {
  const store = useStore();
  return (
    <label className="events-log">
      <span className="soft">File</span>
      <select
        value={sessionId ?? ""}
        onChange={({ target }) =>
          store.select({
            log: target.value === "" ? "trace" : "session",
            ...(target.value !== "" && { session: target.value }),
            event: undefined,
          })
        }
      >
        <option value="">Trace of the run</option>
        {sessions.map((session) => (
          <option key={session.sessionId} value={session.sessionId}>
            Session {printable(sessionTitle(session), { max: 80 })}
          </option>
        ))}
      </select>
    </label>
  );
}

interface EventsProps {
  readonly log: EventLog;
  readonly sessionId: string | undefined;
  readonly isReading: boolean;
  readonly progress: number | undefined;
}

function Events({ log, sessionId, isReading, progress }: EventsProps) {
  const run = useRun();
  const store = useStore();
  const selection = useSelection();
  const [kind, setKind] = useState("");
  const [onlyAttempt, setOnlyAttempt] = useState(false);
  const [wanted, setWanted] = useState("");
  const search = useSearch(log.path, wanted, log.count);
  const attempt = selectedAttempt(run, selection);
  const view = useAttemptView(sessionId === undefined ? undefined : attempt?.attemptId);
  const events = useSessionLog(sessionId);
  const range = view.phase === "done" ? view.value?.conversation : undefined;
  const lines =
    sessionId !== undefined && range?.sessionId === sessionId
      ? events?.linesOf(range.eventStartSeq, range.eventEndSeq)
      : undefined;
  const canFilterAttempt =
    attempt !== undefined && (sessionId === undefined || lines !== undefined);
  const byAttempt = onlyAttempt && canFilterAttempt;
  const kinds = useMemo(() => log.kinds(), [log]);
  const found = search?.found;
  const filtered = useMemo(
    () =>
      log.filter({
        kind,
        attempt: byAttempt && sessionId === undefined ? attempt?.index : undefined,
        lines: byAttempt && sessionId !== undefined ? lines : undefined,
        found,
      }),
    // oxlint-disable-next-line exhaustive-deps
    [log, log.count, kind, byAttempt, attempt?.index, lines?.first, lines?.last, found],
  );
  const isOfThisLog = (selection.log === "session") === (sessionId !== undefined);
  const line = isOfThisLog ? selection.event : undefined;
  const number = filtered?.length ?? log.count;
  const tornLine = log.torn === undefined ? undefined : log.count + 1;
  const select = (next: number, replace: boolean): void =>
    store.select(
      {
        event: next,
        log: sessionId === undefined ? "trace" : "session",
        ...(sessionId !== undefined && { session: sessionId }),
      },
      { replace },
    );
  return (
    <>
      <div className="events-filter" role="search" aria-label="Filter events">
        <select
          aria-label="Type of event"
          value={kind}
          onChange={({ target }) => setKind(target.value)}
        >
          <option value="">All types</option>
          {kinds.map((entry) => (
            <option key={entry.kind} value={entry.kind}>
              {printable(entry.kind, { max: 60 })} ({entry.count.toLocaleString("en")})
            </option>
          ))}
          <option value={brokenKind}>Lines that cannot be used</option>
        </select>
        <input
          type="search"
          placeholder="Search the text …"
          aria-label="Search the text of the events"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        {attempt !== undefined && (
          <label className="events-only">
            <input
              type="checkbox"
              checked={byAttempt}
              disabled={!canFilterAttempt}
              onChange={({ target }) => setOnlyAttempt(target.checked)}
            />
            Only of {printable(attempt.attemptId, { max: 40 })}
          </label>
        )}
      </div>
      <p className="events-count soft" role="status">
        {number === log.count
          ? count(log.count, "event")
          : `${number.toLocaleString("en")} of ${count(log.count, "event")}`}
        {isReading &&
          ` · reading ${progress === undefined ? "…" : `${Math.floor(100 * progress)} %`}`}
        {search !== undefined &&
          !search.isDone &&
          ` · searching, ${formatBytes(search.bytes)} so far`}
        {search !== undefined &&
          search.skipped > 0 &&
          ` · ${count(search.skipped, "line")} too long to be searched`}
        {search?.failure !== undefined && ` · the search failed: ${search.failure}`}
        {log.torn !== undefined && (
          <>
            {" · "}the last line {log.torn.waits ? "is half written" : "does not end with LF"} (
            {formatBytes(log.torn.bytes)}){" "}
            <button type="button" onClick={() => tornLine !== undefined && select(tornLine, false)}>
              Look at it
            </button>
          </>
        )}
      </p>
      {number === 0 ? (
        <Empty title={log.count === 0 ? "There are no events" : "No event passes the filter"} />
      ) : (
        <EventRows log={log} lines={filtered} selected={line} onSelect={select} />
      )}
      {line !== undefined && (
        <EventDetail
          key={`${log.path} ${line}`}
          log={log}
          line={line}
          onClose={() => store.select({ event: undefined })}
        />
      )}
    </>
  );
}
