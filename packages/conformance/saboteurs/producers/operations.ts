import type { Behaviour, Request } from "../../src/generated/types.ts";
import type { Operation } from "../../src/mutate/operation.ts";
import type { Saboteur } from "../saboteur.ts";

/** A producer that is wrong. */
export type Wrong = Omit<Saboteur, "role">;

export const trace = "trace.ndjson";
export const manifest = "manifest.json";

/** After a change of the trace: projections and seal fit it again, so that only the change itself is wrong. */
export const mended: readonly Operation[] = [{ op: "reproject" }, { op: "reseal" }];

/** Replaces what the attempts at a node do. */
export const doing =
  (node: string, ...entries: Behaviour[]) =>
  (request: Request): Request => ({
    ...request,
    behaviour: { ...request.behaviour, [node]: entries as [Behaviour, ...Behaviour[]] },
  });

/** Sets a value in the first event that has these values. */
export const inTrace = (
  where: Readonly<Record<string, unknown>>,
  pointer: string,
  value: unknown,
): Operation => ({ op: "set", file: trace, where, pointer, value });

/** The events of the only session. */
export const eventsFile = (files: readonly string[]): string =>
  files.find((file) => file.endsWith("/events.ndjson")) ?? "";

/** The record of the only session. */
export const recordFile = (files: readonly string[]): string =>
  files.find((file) => file.endsWith("/record.json")) ?? "";
