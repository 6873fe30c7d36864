type Members = { readonly [key: string]: unknown };

/**
 * Event types that 1.1 added, and what their payloads need to be understood. In a bundle of 1.0 nothing else guarantees
 * it: there the schemas do not know these types.
 */
const laterTypes: ReadonlyMap<string, (payload: Members) => boolean> = new Map([
  ["run_timed_out", ({ error }: Members) => typeof error === "string"],
  [
    "run_waiting",
    ({ waitingOn, attemptId, summary }: Members) =>
      typeof waitingOn === "string" && typeof attemptId === "string" && isText(summary),
  ],
  [
    "run_resumed",
    ({ cause, attemptId }: Members) => typeof cause === "string" && isText(attemptId),
  ],
]);

/** False for an event of a type of 1.1 that cannot be understood. */
export function isUnderstood({ type, payload }: { type: string; payload: object }): boolean {
  return laterTypes.get(type)?.(payload as Members) ?? true;
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
