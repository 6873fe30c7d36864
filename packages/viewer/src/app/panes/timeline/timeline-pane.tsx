import { useMemo, useState } from "react";
import "./timeline-pane.css";
import { useRun } from "../../state/store.ts";
import { Empty, Loading } from "../../ui/note.tsx";
import { count } from "../../ui/time.ts";
import { layOut } from "./lanes.ts";
import { spansByAttempt } from "./marks.ts";
import { TimelineChart } from "./timeline-chart.tsx";
import { TimelineList } from "./timeline-list.tsx";
import { useSpans } from "./use-spans.ts";

/** When what ran: attempts, and in them tool calls and waits for permissions. */
export function TimelinePane() {
  const run = useRun();
  const { table, revision, phase } = run;
  const [form, setForm] = useState<"chart" | "list">("chart");
  // oxlint-disable-next-line exhaustive-deps -- the table grows in place, which the revision tells
  const model = useMemo(() => layOut(table), [table, revision]);
  const { spans, isCut, unread } = useSpans(run);
  // oxlint-disable-next-line exhaustive-deps -- as above
  const placed = useMemo(() => spansByAttempt(table, spans), [table, revision, spans]);
  if (table.attempts.length === 0) {
    if (phase === "indexing") return <Loading what="the trace" />;
    if (table.problemCount > 0) {
      return <Empty title="No attempt can be shown">No usable line of the trace starts one.</Empty>;
    }
    return <Empty title="No attempt was started yet">Each attempt will be a bar here.</Empty>;
  }
  const notes = [
    model.timeless > 0 && `${count(model.timeless, "attempt")} without a time cannot be drawn.`,
    isCut && `Only the first ${count(spans.length, "tool call")} and waits are drawn.`,
    unread.length > 0 && `The events of ${count(unread.length, "session")} cannot be read.`,
  ].filter((note) => note !== false);
  const switcher = (
    <div className="timeline-switch" role="group" aria-label="Show as">
      {(["chart", "list"] as const).map((name) => (
        <button key={name} type="button" aria-pressed={form === name} onClick={() => setForm(name)}>
          {name === "chart" ? "Chart" : "List"}
        </button>
      ))}
    </div>
  );
  return form === "chart" ? (
    <TimelineChart model={model} spans={placed} notes={notes} switcher={switcher} />
  ) : (
    <TimelineList spans={placed} notes={notes} switcher={switcher} />
  );
}
