import type { ArtifactReference, NodeOutcome, ViewValue } from "@flow-bundle/schema";
import type { MutableFold } from "./mutable-fold.ts";
import { noReceipts } from "./mutable-state.ts";
import { isReference } from "./references.ts";
import type { AttemptState, EarlierReceipts, Receipts } from "./state.ts";

const artifactFields = [
  "promptArtifact",
  "rawResponseArtifact",
  "stdoutArtifact",
  "stderrArtifact",
  "errorArtifact",
] as const satisfies readonly (keyof Receipts)[];

/** The receipts that a node_outcome carries, in the order projections write them. */
export function receiptsOf(fold: MutableFold, payload: NodeOutcome["payload"]): Readonly<Receipts> {
  const receipts: Receipts = {};
  let some = false;
  if (payload.sessionId !== undefined) {
    receipts.sessionId = payload.sessionId;
    some = true;
  }
  if (payload.conversation !== undefined) {
    receipts.conversation = payload.conversation;
    some = true;
  }
  if (payload.action !== undefined) {
    receipts.action = payload.action;
    some = true;
  }
  for (const field of artifactFields) {
    const reference = payload[field];
    if (!isReference(reference)) continue;
    receipts[field] = fold.intern(reference);
    some = true;
  }
  return some ? receipts : noReceipts;
}

/** What is in `receipts` and not in `others`. */
export function without(
  receipts: Readonly<EarlierReceipts>,
  others: Readonly<Receipts>,
): Readonly<EarlierReceipts> {
  const rest = Object.entries(receipts).filter(([field]) => !Object.hasOwn(others, field));
  return rest.length === 0 ? noReceipts : (Object.fromEntries(rest) as EarlierReceipts);
}

/** False for the node types that never talk to an agent: session events there are late ones of another attempt. */
export function canUseSession({ nodeType }: AttemptState): boolean {
  return nodeType !== "compute" && nodeType !== "action" && nodeType !== "checkpoint";
}

/** False for the node types that never run a command. */
export function canAct({ nodeType }: AttemptState): boolean {
  return nodeType !== "compute" && nodeType !== "acp" && nodeType !== "checkpoint";
}

/** The output that an event carries, as the view-model has it. */
export function outputOf(
  fold: MutableFold,
  payload: { readonly outputInline?: unknown; readonly outputArtifact?: ArtifactReference },
): ViewValue | null {
  const { outputArtifact, outputInline } = payload;
  if (isReference(outputArtifact)) return { artifact: fold.intern(outputArtifact) };
  return outputInline === undefined ? null : { inline: outputInline };
}
