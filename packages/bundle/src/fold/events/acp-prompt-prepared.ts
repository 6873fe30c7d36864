import type { AcpPromptPrepared } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** The prompt of an attempt is known, and the session it goes to. */
export function acpPromptPrepared(fold: MutableFold, event: AcpPromptPrepared): void {
  const { sessionId, promptArtifact } = event.payload;
  const attempt = fold.turnOf(event);
  attempt?.learn({ sessionId, promptArtifact: fold.intern(promptArtifact) });
}
