import type { AttemptView } from "@flow-bundle/schema";
import type { SessionLog } from "../../session/session-log.ts";
import type { AttemptRow } from "../../trace/batch.ts";

/** The lines of a session that an attempt caused. */
export interface Slice {
  readonly attemptId: string;
  readonly first: number;
  readonly last: number;
  /** Told by the record; otherwise by the times of the attempt, as the record has no range for it. */
  readonly isExact: boolean;
}

/** The part of a session that belongs to an attempt; undefined when there is none in this session. */
export function sliceOf(
  log: SessionLog,
  sessionId: string,
  attempt: AttemptRow,
  view: AttemptView | undefined,
): Slice | undefined {
  const { attemptId } = attempt;
  const range = view?.attemptId === attemptId ? view.conversation : undefined;
  if (range !== undefined && range.sessionId !== sessionId) return undefined;
  const exact = range && log.linesOf(range.eventStartSeq, range.eventEndSeq);
  if (exact !== undefined) return { attemptId, ...exact, isExact: true };
  if (range !== undefined || attempt.sessionId !== sessionId) return undefined;
  const first = log.lineAt(attempt.startedAt - 1) + 1;
  const last = attempt.finishedAt === undefined ? log.count : log.lineAt(attempt.finishedAt);
  return first > last ? undefined : { attemptId, first, last, isExact: false };
}

/** The line up to which a session is shown when the replay stands at a moment of the run; undefined is its end. */
export function lineAtPosition(log: SessionLog, time: number | undefined): number {
  if (time === undefined) return log.count;
  return Number.isNaN(time) ? 0 : log.lineAt(time);
}
