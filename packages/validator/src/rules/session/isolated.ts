import {
  escapeSegment,
  isIsolated,
  type AttemptState,
  type SessionState,
} from "@flow-bundle/bundle";
import type { FlowNode, SessionBinding } from "@flow-bundle/schema";
import type { FindingInput } from "../../engine/finding.ts";
import { traceFile } from "../../engine/trace.ts";
import type { Rule } from "../../engine/rule.ts";
import { collectBindings, usableBindings } from "../projection/compare/bindings.ts";

type Fault = Pick<FindingInput, "message" | "expected" | "actual">;

const isolatedKey = "isolated::";

/** Sessions are isolated, or shared under their handle, as the nodes say; spec/text/sessions.md#session-isolated. */
export const isolated: Rule = {
  id: "session/isolated",
  needs: ["flow", "trace"],
  check(ctx, report) {
    return {
      ...collectBindings(ctx),
      async end() {
        const bindings = await usableBindings(ctx);
        for (const { sessionId } of ctx.fold.sessions) {
          const fault = faultOfKey(bindings.get(sessionId));
          if (fault === undefined) continue;
          report({
            ...fault,
            file: `sessions/${sessionId}/binding.json`,
            pointer: "/handle",
            sessionId,
            hint: "only the key of an isolated session begins with isolated::, and its handle is isolated",
          });
        }

        /** The first attempt in each isolated session. */
        const owners = new Map<string, AttemptState>();
        for (const attempt of ctx.fold.attempts) {
          const session = sessionOf(attempt, (id) => ctx.fold.session(id));
          const binding = session && bindings.get(session.sessionId);
          if (session === undefined || binding === undefined) continue;
          const owner = owners.get(session.sessionId);
          if (isIsolated(binding) && owner === undefined) owners.set(session.sessionId, attempt);
          const { nodeId, attemptId, finishedSeq: line = 0 } = attempt;
          const node = ownNode(ctx.flow?.nodes ?? {}, nodeId);
          const fault =
            (node && faultOfUse(node, session, binding)) ??
            (isIsolated(binding) ? faultOfOwner(owner) : undefined);
          if (fault === undefined) continue;
          report({
            ...fault,
            // In a good trace, the seq of an event is its line.
            file: traceFile,
            line,
            seq: line,
            pointer: "/payload/sessionId",
            nodeId,
            attemptId,
            sessionId: session.sessionId,
            related: [
              { file: "flow.json", pointer: `/nodes/${escapeSegment(nodeId)}/session` },
              { file: traceFile, line: session.boundSeq, message: "session_bound" },
              ...(owner === undefined
                ? []
                : [{ file: traceFile, line: owner.finishedSeq ?? 0, message: owner.attemptId }]),
            ],
            hint: "a node with isolated sessions gets a new one for each attempt; other nodes share the session of their handle",
          });
        }
      },
    };
  },
};

/** Handle and key of a binding contradict each other. */
function faultOfKey(binding: SessionBinding | undefined): Fault | undefined {
  if (binding === undefined || isIsolated(binding) || !binding.key.startsWith(isolatedKey)) {
    return undefined;
  }
  return {
    message: "The key is that of an isolated session, the handle is not",
    expected: "isolated",
    actual: binding.handle,
  };
}

/** The session of an attempt; none where the trace contradicts itself, which others tell. */
function sessionOf(
  { nodeType, receipts }: AttemptState,
  find: (sessionId: string) => SessionState | undefined,
): SessionState | undefined {
  const { sessionId, conversation } = receipts;
  if (nodeType !== "acp" || sessionId === undefined) return undefined;
  return (conversation?.sessionId ?? sessionId) === sessionId ? find(sessionId) : undefined;
}

function ownNode(nodes: Readonly<Record<string, FlowNode>>, nodeId: string): FlowNode | undefined {
  const node = Object.hasOwn(nodes, nodeId) ? nodes[nodeId] : undefined;
  return node?.nodeType === "acp" ? node : undefined;
}

/** The session is not of the sort, or not under the handle, that the node asks for. */
function faultOfUse(
  { session: wanted = {} }: FlowNode,
  { handle }: SessionState,
  binding: SessionBinding,
): Fault | undefined {
  const wantsIsolated = wanted.isolated === true;
  if (wantsIsolated !== isIsolated(binding)) {
    return wantsIsolated
      ? {
          message: "The node asks for an isolated session, and the attempt used a persistent one",
          expected: "an isolated session",
          actual: binding.key,
        }
      : {
          message: "The node asks for a persistent session, and the attempt used an isolated one",
          expected: "a persistent session",
          actual: binding.key,
        };
  }
  // Handles that contradict each other are session/handle.
  if (wantsIsolated || wanted.handle === undefined || handle !== binding.handle) return undefined;
  return wanted.handle === handle
    ? undefined
    : {
        message: "The attempt used the session of another handle than the node's",
        expected: wanted.handle,
        actual: handle,
      };
}

function faultOfOwner(owner: AttemptState | undefined): Fault | undefined {
  return owner === undefined
    ? undefined
    : {
        message: `The isolated session was used by ${JSON.stringify(owner.attemptId)} before`,
        expected: "a session of this attempt alone",
        actual: owner.receipts.sessionId,
      };
}
