import { printable } from "@flow-bundle/bundle";
import { useCallback } from "react";
import "./conversation-pane.css";
import type { SessionLog } from "../../session/session-log.ts";
import { useSession, type OpenSession } from "../../session/use-session-log.ts";
import { sessionTitle, useSessions } from "../../session/use-sessions.ts";
import { positionTime, selectedAttempt } from "../../state/selectors.ts";
import { useAppState, useRun, useSelection, useStore } from "../../state/store.ts";
import { useAttemptView } from "../../state/use-file.ts";
import { Empty, Loading, Note } from "../../ui/note.tsx";
import { count, formatBytes } from "../../ui/time.ts";
import { ConversationList } from "./conversation-list.tsx";
import { lineAtPosition, sliceOf, type Slice } from "./slice.ts";

/** What was said in a session, as far as the replay has come. */
export function ConversationPane() {
  const run = useRun();
  const selection = useSelection();
  const sessions = useSessions();
  const attempt = selectedAttempt(run, selection);
  const sessionId = selection.session ?? attempt?.sessionId ?? sessions[0]?.sessionId;
  const session = useSession(sessionId);
  if (sessionId === undefined) {
    if (run.phase === "indexing") return <Loading what="the trace" />;
    return <Empty title="No session with an agent">In this run no agent was asked anything.</Empty>;
  }
  return (
    <div className="conversation">
      <SessionSwitch sessionId={sessionId} sessions={sessions} />
      {session === undefined || (session.log.count === 0 && !session.log.isRead) ? (
        <Loading what="the session" />
      ) : (
        <Conversation key={sessionId} session={session} sessionId={sessionId} />
      )}
    </div>
  );
}

interface SwitchProps {
  readonly sessionId: string;
  readonly sessions: ReturnType<typeof useSessions>;
}

function SessionSwitch({ sessionId, sessions }: SwitchProps) {
  const store = useStore();
  const isKnown = sessions.some((session) => session.sessionId === sessionId);
  return (
    <label className="conversation-switch">
      <span className="soft">Session</span>
      <select value={sessionId} onChange={({ target }) => store.select({ session: target.value })}>
        {sessions.map((session) => (
          <option key={session.sessionId} value={session.sessionId}>
            {printable(sessionTitle(session), { max: 80 })}
          </option>
        ))}
        {!isKnown && <option value={sessionId}>{printable(sessionId, { max: 80 })}</option>}
      </select>
      {sessions.length > 1 && <span className="soft">of {sessions.length}</span>}
    </label>
  );
}

interface ConversationProps {
  readonly session: OpenSession;
  readonly sessionId: string;
}

function Conversation({ session, sessionId }: ConversationProps) {
  const { log } = session;
  const run = useRun();
  const store = useStore();
  const selection = useSelection();
  const attempt = selectedAttempt(run, selection);
  const view = useAttemptView(attempt?.attemptId);
  const known = view.phase === "done" ? view.value : undefined;
  // Not before its range is known: nobody wants to be led to a guess.
  const isKnown =
    view.phase === "done" && (known?.attemptId ?? attempt?.attemptId) === attempt?.attemptId;
  const slice =
    attempt === undefined || !isKnown ? undefined : sliceOf(log, sessionId, attempt, known);
  const time = useAppState((state) => positionTime(run, selection, state.playback));
  const atEnd = time === undefined;
  const line = lineAtPosition(log, time);
  const onRaw = useCallback(
    (event: number) => store.select({ tab: "events", log: "session", session: sessionId, event }),
    [store, sessionId],
  );
  return (
    <>
      {log.failure !== undefined && (
        <Note tone="warning" title="The events of this session cannot be read">
          {log.failure}
        </Note>
      )}
      <Status log={log} line={line} slice={slice} />
      {line === 0 ? (
        <Empty title={log.count === 0 ? "The session has no events" : "Nothing was said yet"}>
          {log.count > 0 && "At this position of the replay the session has not begun."}
        </Empty>
      ) : (
        <ConversationList
          session={session}
          line={line}
          slice={slice}
          isAtEnd={atEnd}
          onRaw={onRaw}
        />
      )}
      {/* Below the list, so that it does not push away what is being read. */}
      {log.torn !== undefined && atEnd && (
        <Note tone="warning">
          <p>
            The last line of the session is half written ({formatBytes(log.torn.bytes)}). It waits
            for the rest.
          </p>
        </Note>
      )}
    </>
  );
}

interface StatusProps {
  readonly log: SessionLog;
  readonly line: number;
  readonly slice: Slice | undefined;
}

/** How much of the session is shown, and which part is the attempt's. */
function Status({ log, line, slice }: StatusProps) {
  return (
    <p className="conversation-status soft">
      {line < log.count
        ? `At this position: ${line.toLocaleString("en")} of ${count(log.count, "event")}.`
        : `${count(log.count, "event")}.`}
      {!log.isRead && " Reading on …"}
      {slice !== undefined && (
        <>
          {" "}
          <span className="conversation-slice-name">
            {printable(slice.attemptId, { max: 60 })}: events {slice.first} to {slice.last}
            {!slice.isExact &&
              ` (by its times: no range is recorded${line < log.count ? " yet" : ""})`}
          </span>
        </>
      )}
    </p>
  );
}
