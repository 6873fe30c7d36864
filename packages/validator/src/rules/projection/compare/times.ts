import type { LiveProjection, RunProjection } from "@flow-bundle/schema";
import type { FindingInput } from "../../../engine/finding.ts";
import { sourcePlaces } from "./events.ts";
import { fieldFinding } from "./fields.ts";
import type { Shown } from "./moments.ts";

/** The times that `run.json` and `live.json` share. */
const timeFields = [
  "startedAt",
  "finishedAt",
  "updatedAt",
  "currentNodeStartedAt",
  "lastHeartbeatAt",
] as const;

type TimeField = (typeof timeFields)[number];
type ShownProjection = Shown<RunProjection | LiveProjection>;

/** True when projection/times has something to say of any of these fields. */
export function areTimesWrong(shown: ShownProjection, fields: readonly TimeField[]): boolean {
  return fields.some((field) => timeFinding(shown, field) !== undefined);
}

/** What projection/times has to say of `run.json` or `live.json`. */
export function firstTimeFinding(shown: ShownProjection): FindingInput | undefined {
  for (const field of timeFields) {
    const finding = timeFinding(shown, field);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** What projection/times has to say of a field of `run.json` or `live.json`. */
function timeFinding(shown: ShownProjection, field: TimeField): FindingInput | undefined {
  return shown.strictness === "exact" ? exactFinding(shown, field) : orderFinding(shown, field);
}

/** 1.1: the time of the event. */
function exactFinding(shown: ShownProjection, field: TimeField): FindingInput | undefined {
  const { value, state } = shown;
  // Whether these are there is projection/current.
  const isCurrent = field === "currentNodeStartedAt" || field === "lastHeartbeatAt";
  if (isCurrent && (value[field] === undefined || state.openAttempt === null)) return undefined;
  const expected = field === "updatedAt" ? (state.lastAt ?? state.startedAt) : state[field];
  return fieldFinding(shown, field, expected, {
    what: "the time of the event that it comes from",
    whyAbsent: "the run has not ended",
  });
}

/** 1.0: times are a little earlier than those of the events, and in order. */
function orderFinding(shown: ShownProjection, field: TimeField): FindingInput | undefined {
  const { file, value, state, strictness } = shown;
  const found = (
    message: string,
    expected: string | undefined,
    pointer = `/${field}`,
  ): FindingInput => ({
    file,
    pointer,
    message,
    ...(expected !== undefined && { expected }),
    ...(value[field] !== undefined && { actual: value[field] }),
    related: sourcePlaces(state, field),
  });
  const time = value[field];
  switch (field) {
    case "startedAt":
      return state.started && state.startedAt !== undefined && value.startedAt > state.startedAt
        ? found("startedAt is after run_started", state.startedAt)
        : undefined;
    case "currentNodeStartedAt": {
      const { openAttempt } = state;
      const isOpen = openAttempt !== null && value.currentAttemptId === openAttempt.attemptId;
      return isOpen && time !== undefined && time > openAttempt.startedAt
        ? found(
            "currentNodeStartedAt is after node_started of the open attempt",
            openAttempt.startedAt,
          )
        : undefined;
    }
    case "lastHeartbeatAt":
      return undefined;
    case "updatedAt":
      if (strictness === "open") return undefined;
      if (state.lastAt !== undefined && value.updatedAt > state.lastAt) {
        return found("updatedAt is after the last event", state.lastAt);
      }
      return value.finishedAt !== undefined && value.updatedAt < value.finishedAt
        ? found("updatedAt is before finishedAt", value.finishedAt)
        : undefined;
    case "finishedAt":
      if (strictness === "open") return undefined;
      if (time === undefined) {
        return state.terminal === null
          ? undefined
          : found("finishedAt is missing; the run has ended", state.terminal.at, "");
      }
      if (state.terminal === null)
        return found("finishedAt is there, but the run has not ended", undefined);
      return time > state.terminal.at
        ? found(`finishedAt is after ${state.terminal.type}`, state.terminal.at)
        : undefined;
  }
}
