import type { AcpResponseParsed } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";

/** The turn of an attempt has ended. */
export function acpResponseParsed(fold: MutableFold, event: AcpResponseParsed): void {
  const { sessionId, conversation, rawResponseArtifact } = event.payload;
  const attempt = fold.turnOf(event);
  attempt?.learn({
    sessionId,
    conversation,
    rawResponseArtifact: fold.intern(rawResponseArtifact),
  });
}
