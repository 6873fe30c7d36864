import "./badge.css";

const words: ReadonlyMap<string, string> = new Map([
  ["ok", "ok"],
  ["completed", "completed"],
  ["failed", "failed"],
  ["timed_out", "timed out"],
  ["cancelled", "cancelled"],
  ["waiting", "waiting"],
  ["running", "running"],
  ["open", "running"],
  // Of a run whose process is gone, and that was not closed.
  ["stopped", "stopped"],
]);

const check = "M2.5 6.5 5 9l4.5-6";
const dot = "M6 3.5a2.5 2.5 0 1 0 .01 0Z";
const marks: ReadonlyMap<string, string> = new Map([
  ["ok", check],
  ["completed", check],
  ["failed", "m3 3 6 6m0-6L3 9"],
  ["timed_out", "M6 1.5a4.5 4.5 0 1 0 .01 0ZM6 3.5V6l2 1.5"],
  ["cancelled", "M6 1.5a4.5 4.5 0 1 0 .01 0ZM3 9l6-6"],
  ["waiting", "M4 2.5v7m4-7v7"],
  ["running", dot],
  ["open", dot],
  ["stopped", "M3.5 3.5h5v5h-5Z"],
]);

/** The mark of an outcome or status: each has a shape of its own. */
export function OutcomeMark({ outcome }: { readonly outcome: string }) {
  const isFilled = marks.get(outcome) === dot;
  return (
    <svg className="mark" viewBox="0 0 12 12" aria-hidden="true" data-filled={isFilled}>
      <path d={marks.get(outcome) ?? "M4 4.5a2 2 0 1 1 2 2.2V8m0 2v.1"} />
    </svg>
  );
}

/** Status of a run or outcome of an attempt: a word, a colour and a mark, so that no colour has to be seen. */
export function OutcomeBadge({ outcome }: { readonly outcome: string }) {
  const known = words.get(outcome);
  return (
    <span className="badge" data-outcome={known === undefined ? "unknown" : outcome}>
      <OutcomeMark outcome={outcome} /> {known ?? outcome.slice(0, 40)}
    </span>
  );
}
