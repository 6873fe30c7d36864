import type { SessionBound } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";
import { canUseSession } from "../receipts.ts";

/** A session joins the run. The open attempt caused it. */
export function sessionBound(fold: MutableFold, { seq, payload }: SessionBound): void {
  const bindingArtifact = fold.intern(payload.bindingArtifact);
  const { sessionId, handle } = payload;
  if (fold.sessionsById.has(sessionId)) {
    fold.ignored.repeated++;
    return;
  }
  const attempt = fold.openAttempt;
  const session = { sessionId, handle, bindingArtifact, boundSeq: seq, boundBy: attempt };
  fold.sessionsById.set(sessionId, session);
  fold.sessions.push(session);
  if (attempt === null || !canUseSession(attempt)) return;
  if (attempt.earlier.sessionId === undefined) attempt.learn({ sessionId });
}
