import type { RunView } from "@flow-bundle/schema";
import { OutputValue } from "../panes/attempt/output-value.tsx";
import { finalState, shownStatus } from "../state/selectors.ts";
import { useStore } from "../state/store.ts";
import type { RunState } from "../state/state.ts";
import { useLoaded } from "../state/use-file.ts";
import { OutcomeBadge } from "../ui/badge.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Name } from "../ui/name.tsx";
import { Fact, Section } from "../ui/section.tsx";
import { count, formatBytes, formatDuration, formatMoment } from "../ui/time.ts";
import { producerOf } from "./producer.ts";

/** What is known about the run as a whole: who it is, when it was, what it began with, who wrote it down. */
export function AboutDialog({ run }: { readonly run: RunState }) {
  const store = useStore();
  const { manifest, table, traceBytes, name } = run;
  const final = finalState(run);
  const [first, last] = [table.row(0), table.row(table.lastRow)];
  const producer = producerOf(manifest?.raw);
  return (
    <Dialog title="About this run" onClose={() => store.dispatch({ type: "about", open: false })}>
      <dl className="facts">
        {manifest?.runTitle !== undefined && <Text term="Title" text={manifest.runTitle} />}
        {manifest !== undefined && <Text term="Flow" text={manifest.flowName} />}
        {manifest?.flowPath !== undefined && <Text term="Defined in" text={manifest.flowPath} />}
        {manifest !== undefined && <Text term="Run id" text={manifest.runId} />}
        <Text term="Bundle" text={name} />
        {final !== undefined && (
          <Fact term="Status">
            <OutcomeBadge outcome={shownStatus(run) ?? final.status} />{" "}
            {final.waitingOn !== undefined && (
              <>
                at <Name text={final.waitingOn} />
              </>
            )}
          </Fact>
        )}
        <Fact term="Started">{formatMoment(manifest?.startedAt ?? first?.time)}</Fact>
        <Fact term="Ended">
          {manifest?.finishedAt === undefined ? "not yet" : formatMoment(manifest.finishedAt)}
        </Fact>
        {first !== undefined && last !== undefined && (
          <Fact term={final?.finished ? "Took" : "So far"}>
            {formatDuration(last.time - first.time)}
          </Fact>
        )}
        <Fact term="Record">
          {count(table.attempts.length, "attempt")}, {count(table.rowCount, "event")},{" "}
          {count(table.sessions.length, "session")}, {count(table.artifacts.length, "artifact")};
          trace of {formatBytes(traceBytes)}
        </Fact>
        {table.sessions.length > 0 && <Sessions run={run} />}
        <Fact term="Format">
          {manifest === undefined ? "unknown: no manifest" : <Name text={manifest.specVersion} />}
        </Fact>
        <Fact term="Written by">
          {producer === undefined ? (
            <span className="soft">the manifest does not say</span>
          ) : (
            <Name text={producer} />
          )}
        </Fact>
      </dl>
      <Input run={run} />
    </Dialog>
  );
}

function Text({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <Fact term={term}>
      <span className="facts-copy">
        <Name text={text} max={400} />
        <CopyButton text={() => text} label={`Copy: ${term}`} />
      </span>
    </Fact>
  );
}

const shownSessions = 8;

/** Conversations with agents, each a way to it. */
function Sessions({ run }: { readonly run: RunState }) {
  const store = useStore();
  const { sessions } = run.table;
  const open = (session: string): void => {
    store.dispatch({ type: "about", open: false });
    store.select({ tab: "conversation", session });
  };
  return (
    <Fact term="Sessions">
      <ul>
        {sessions.slice(0, shownSessions).map(({ sessionId, handle }) => (
          <li key={sessionId}>
            <button type="button" className="link" onClick={() => open(sessionId)}>
              <Name text={sessionId} max={100} />
            </button>{" "}
            <span className="soft">
              handle <Name text={handle} max={80} />
            </span>
          </li>
        ))}
        {sessions.length > shownSessions && (
          <li className="soft">
            {count(sessions.length - shownSessions, "more", "more")}: all are in Conversation
          </li>
        )}
      </ul>
    </Fact>
  );
}

/** What the run began with. It stands in its first event. */
function Input({ run }: { readonly run: RunState }) {
  const { client, id, table } = run;
  const hasStarted = table.rowCount > 0;
  const view = useLoaded<RunView | undefined>(
    async () => (hasStarted ? client?.view(0) : undefined),
    [id, client, hasStarted],
  );
  const input = view.phase === "done" ? view.value?.input : undefined;
  if (input === undefined || input === null) return null;
  return (
    <Section title="Input">
      <OutputValue value={input} label="Input" />
    </Section>
  );
}
