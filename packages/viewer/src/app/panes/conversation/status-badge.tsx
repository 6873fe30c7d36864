const marks: ReadonlyMap<string, { readonly mark: string; readonly outcome: string }> = new Map([
  ["pending", { mark: "○", outcome: "waiting" }],
  ["in_progress", { mark: "●", outcome: "running" }],
  ["completed", { mark: "✓", outcome: "ok" }],
  ["failed", { mark: "✕", outcome: "failed" }],
  ["cancelled", { mark: "−", outcome: "cancelled" }],
]);

/** How a tool call, an entry of a plan or a compaction stands. */
export function StatusBadge({ status }: { readonly status: string }) {
  const known = marks.get(status);
  return (
    <span className="badge" data-outcome={known?.outcome ?? "unknown"}>
      <span aria-hidden="true">{known?.mark ?? "?"}</span> {inWords(status)}
    </span>
  );
}

/** A constant of the protocol for people: `in_progress` is "in progress". */
export function inWords(constant: string): string {
  return constant.slice(0, 60).replaceAll("_", " ");
}
