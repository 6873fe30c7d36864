import type { NodeStarted } from "@flow-bundle/schema";
import type { MutableFold } from "../mutable-fold.ts";
import { MutableAttempt, MutableNode } from "../mutable-state.ts";

/** An attempt of a node begins and is the open one from now on. */
export function nodeStarted(
  fold: MutableFold,
  { seq, at, nodeId, attemptId, payload }: NodeStarted,
): void {
  if (fold.attemptsById.has(attemptId)) {
    fold.ignored.repeated++;
    return;
  }
  let node = fold.nodesById.get(nodeId);
  if (node === undefined) {
    node = new MutableNode(nodeId);
    fold.nodesById.set(nodeId, node);
    fold.nodes.push(node);
  }
  const attempt = new MutableAttempt(attemptId, node, payload.nodeType, seq, at);
  fold.attemptsById.set(attemptId, attempt);
  fold.attempts.push(attempt);
  node.attempts.push(attempt);
  fold.goOn();
  fold.lastAttempt = attempt;
  fold.openAttempt = attempt;
  fold.lastHeartbeatAt = at;
  fold.statusDetail = payload.statusDetail;
}
