import type { RunState } from "../state/state.ts";

/** Whether the page still follows the run, and whether anybody still writes to it. */
export function LiveBadge({ run }: { readonly run: RunState }) {
  const { live, writer } = run;
  if (live === "off") return null;
  if (live === "lost")
    return (
      <span className="header-live" data-gone="true">
        ○ connection lost
      </span>
    );
  if (live === "stopped")
    return (
      <span className="header-live" data-gone="true">
        ■ stopped, not closed
      </span>
    );
  if (writer === "alive") return <span className="header-live">● live</span>;
  return (
    <span
      className="header-live"
      title="What is added to the record appears here. Whether a process still writes to it cannot be told."
    >
      ○ following
    </span>
  );
}
