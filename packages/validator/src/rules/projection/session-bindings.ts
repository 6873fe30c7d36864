import { escapeSegment, isIsolated, type FoldState } from "@flow-bundle/bundle";
import type { LiveProjection, RunProjection, SessionBinding } from "@flow-bundle/schema";
import type { FindingInput } from "../../engine/finding.ts";
import { traceFile } from "../../engine/trace.ts";
import type { Rule } from "../../engine/rule.ts";
import { collectBindings, usableBindings } from "./compare/bindings.ts";
import { difference, holderOf, ownValue } from "./compare/difference.ts";
import { followProjections } from "./compare/follower.ts";
import { mergeFindings } from "./compare/merge.ts";
import { shownOf, type Shown } from "./compare/moments.ts";

type Bindings = ReadonlyMap<string, SessionBinding>;

/** sessionBindings has the binding of each persistent session; spec/text/projections.md#projection-session-bindings. */
export const sessionBindings: Rule = {
  id: "projection/session-bindings",
  needs: ["run", "live", "trace", "sessions"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      ...collectBindings(ctx),
      async end() {
        const bindings = await usableBindings(ctx);
        const findings = shownOf(ctx).map(
          (shown) => missingOrOther(shown, bindings) ?? tooMany(shown, bindings),
        );
        for (const finding of mergeFindings(findings)) report(finding);
      },
    };
  },
};

/** A persistent session that was bound, and is not there or not the same. */
function missingOrOther(
  { file, value, state, strictness }: Shown<RunProjection | LiveProjection>,
  bindings: Bindings,
): FindingInput | undefined {
  for (const { sessionId, boundSeq } of state.sessions) {
    const binding = bindings.get(sessionId);
    if (binding === undefined || isIsolated(binding)) continue;
    const actual = ownValue(value.sessionBindings, binding.key);
    // 1.0 writers do not write projections at every event.
    if (actual === undefined && strictness === "open") continue;
    const found = difference(binding, actual);
    if (found === undefined) continue;
    const place = `/sessionBindings/${escapeSegment(binding.key)}${found.pointer}`;
    const isMissing = actual === undefined;
    return {
      file,
      pointer: found.actual === undefined ? holderOf(place) : place,
      sessionId,
      message: isMissing
        ? `sessionBindings has no entry for session ${JSON.stringify(sessionId)}`
        : `The entry for session ${JSON.stringify(sessionId)} is not its binding.json`,
      expected: isMissing ? binding.key : found.expected,
      ...(found.actual !== undefined && { actual: found.actual }),
      related: [
        {
          file: `sessions/${sessionId}/binding.json`,
          pointer: found.expected === undefined ? holderOf(found.pointer) : found.pointer,
        },
        { file: traceFile, line: boundSeq, message: "session_bound" },
      ],
    };
  }
  return undefined;
}

/** An entry that is of no persistent session that was bound. */
function tooMany(
  { file, value, state, strictness }: Shown<RunProjection | LiveProjection>,
  bindings: Bindings,
): FindingInput | undefined {
  for (const [key, entry] of Object.entries(value.sessionBindings)) {
    const { bundleId } = entry;
    const binding = bindings.get(bundleId);
    const isBound = state.session(bundleId) !== undefined;
    // Of a bound session whose binding.json is gone, and in 1.0 of one that is about to be bound, nothing can be said.
    if (isBound ? binding === undefined : strictness === "open") continue;
    if (binding?.key === key && isBound && !isIsolated(binding)) continue;
    return {
      file,
      pointer: `/sessionBindings/${escapeSegment(key)}`,
      sessionId: bundleId,
      message: reasonAgainst(state, bundleId, binding),
      actual: key,
      hint: "sessionBindings has the persistent sessions that were bound, each under its key",
    };
  }
  return undefined;
}

function reasonAgainst(
  state: FoldState,
  bundleId: string,
  binding: SessionBinding | undefined,
): string {
  const name = JSON.stringify(bundleId);
  if (state.session(bundleId) === undefined)
    return `sessionBindings has session ${name}, which was not bound`;
  return binding !== undefined && isIsolated(binding)
    ? `sessionBindings has session ${name}, which is isolated`
    : `sessionBindings has session ${name} under a key that is not its own`;
}
