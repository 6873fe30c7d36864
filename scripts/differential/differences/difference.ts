import type { Event, Json, Members, Part, Run } from "../normal/run.ts";

/** Something in which a run by ours is not like the run by acpx, on purpose. */
export interface Difference {
  readonly id: string;
  /** What acpx does, as Markdown. */
  readonly acpx: string;
  /** What ours does. */
  readonly ours: string;
  readonly reason: string;
  /** Requirements of the specification that ask for it; none: see the reason. */
  readonly requirements?: readonly string[];
  /**
   * Makes the run by acpx what ours has to be, wherever the difference applies. Looks at the run by ours only for what
   * the other cannot tell. Gives the number of places.
   *
   * @param name of the case
   */
  readonly apply: (acpx: Run, ours: Run, name: string) => number;
}

/** Attempts of the run by acpx, each with the one by ours of the same id and number, if there is one. */
export function attempts(acpx: Run, ours: Run): [Part, Part | undefined][] {
  const others = new Map(ours.parts.map((part) => [part.attempt, part]));
  return acpx.parts.flatMap((part): [Part, Part | undefined][] =>
    part.attempt === "run" ? [] : [[part, others.get(part.attempt)]],
  );
}

/** Applies a difference to single attempts. */
export function inAttempts(
  apply: (acpx: Part, ours: Part | undefined) => boolean,
): Difference["apply"] {
  return (acpx, ours) => attempts(acpx, ours).filter(([part, other]) => apply(part, other)).length;
}

export function outcomeOf({ events }: Part): Members | undefined {
  const last = events.at(-1);
  return last?.type === "node_outcome" ? last.payload : undefined;
}

export function eventOf({ events }: Part, type: string): Event | undefined {
  return events.find((event) => event.type === type);
}

/** How the run ends, and why. */
export function endOf({ parts }: Run): Event | undefined {
  return parts.at(-1)?.events.at(-1);
}

/** The text of an error of a run that failed. */
export function errorOf(run: Run): string {
  return String(endOf(run)?.payload["error"] ?? "");
}

/** Makes an attempt one that failed before it did anything. */
export function failAtOnce(part: Part, error: string): void {
  const [started] = part.events;
  const nodeType = started?.payload["nodeType"] ?? null;
  part.events = [
    ...(started === undefined ? [] : [started]),
    { type: "node_outcome", payload: { nodeType, outcome: "failed", error } },
  ];
}

/** Takes the end away, lets the run go through more compute nodes with these outputs, and completes it. */
export function goOn(run: Run, steps: readonly (readonly [nodeId: string, output: Json])[]): void {
  run.parts.pop();
  for (const [nodeId, output] of steps) {
    const statusDetail = `Running compute node ${nodeId}`;
    const started = { nodeType: "compute", statusDetail, timeoutMs: 900_000 };
    const outcome = { nodeType: "compute", outcome: "ok", error: null, outputInline: output };
    run.parts.push({
      attempt: `${nodeId}#1`,
      nodeId,
      events: [
        { type: "node_started", payload: started },
        { type: "node_outcome", payload: outcome },
      ],
    });
    run.outputs = [...run.outputs, nodeId].toSorted();
    run.results[`node ${nodeId}`] = "ok";
  }
  const payload = { status: "completed" };
  run.parts.push({ attempt: "run", events: [{ type: "run_completed", payload }] });
  run.ended = "resolved";
  if (run.manifest !== null) run.manifest["status"] = "completed";
}

/** Ends a run as failed after the first attempts. */
export function failAfter(run: Run, count: number, error: string): void {
  const kept = run.parts.filter(({ attempt }) => attempt !== "run").slice(0, count);
  const ids = kept.map(({ nodeId = "" }) => nodeId);
  const payload = { status: "failed", error };
  run.parts = [
    ...run.parts.slice(0, 1),
    ...kept,
    { attempt: "run", events: [{ type: "run_failed", payload }] },
  ];
  run.outputs = run.outputs.filter((id) => ids.includes(id));
  run.results = Object.fromEntries(
    Object.entries(run.results).filter(([key]) => ids.some((id) => key === `node ${id}`)),
  );
  run.ended = "rejected";
  if (run.manifest !== null) run.manifest["status"] = "failed";
}

/** Makes it a run that never began. */
export function neverBegan(run: Run): void {
  const nothing = { manifest: null, flow: null, parts: [], outputs: [], results: {}, sessions: [] };
  Object.assign(run, { ended: "rejected", ...nothing });
}
