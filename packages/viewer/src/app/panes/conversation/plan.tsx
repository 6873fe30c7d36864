import type { PlanEntry } from "@flow-bundle/bundle/session";
import { Name } from "../../ui/name.tsx";
import { StatusBadge } from "./status-badge.tsx";

const mostEntries = 200;

/** The agent's plan, as far as it has come. */
export function Plan({ entries }: { readonly entries: readonly PlanEntry[] }) {
  if (entries.length === 0) return <p className="soft">The plan is empty</p>;
  return (
    <ol className="conversation-plan">
      {entries.slice(0, mostEntries).map(({ content, status, priority }, i) => (
        <li key={i}>
          <StatusBadge status={status ?? "unknown"} />
          <span>
            <Name text={content} max={1000} />
            {priority === "high" && <span className="soft"> (high priority)</span>}
          </span>
        </li>
      ))}
      {entries.length > mostEntries && (
        <li className="soft">{entries.length - mostEntries} more entries: see the event</li>
      )}
    </ol>
  );
}
