import type { AttemptState, FoldState } from "@flow-bundle/bundle";
import type { SessionBinding, Step } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import { difference, ownValue, type Difference } from "./difference.ts";
import type { StepContent } from "./step-content.ts";

/** One step, what it ought to be, and where faults of it go. */
export interface StepCheck {
  readonly ctx: BundleContext;
  readonly state: FoldState;
  readonly attempt: AttemptState;
  readonly step: Step;
  readonly expected: Step;
  readonly content: StepContent;
  readonly say: SayStepFault;
}

/** Notes that a field of the step differs; `eventPointer` names the field of `node_outcome` that it comes from. */
export type SayStepFault = (
  ruleId: string,
  field: keyof Step,
  found: Difference,
  message: string,
  eventPointer?: string,
) => void;

/**
 * Ids, outcome, error and receipts. Returns the names of the receipts that differ: of what a step repeats from the
 * artifact, session or output that another receipt names, nothing more needs to be said.
 */
export function checkRecord(
  { step, expected, say }: StepCheck,
  outputWasReplaced: boolean,
): ReadonlySet<string> {
  for (const field of ["nodeId", "nodeType", "outcome", "error", "trace"] as const) {
    if (field === "trace" && outputWasReplaced) return new Set();
    const found = difference(expected[field], step[field]);
    if (found === undefined) continue;
    const message =
      field === "trace"
        ? "The receipts of the step are not those of node_outcome"
        : `${field} of the step is not what the trace has`;
    say("projection/steps", field, found, message, recordSource(field, found));
  }
  const [right = {}, own = {}] = [expected.trace, step.trace];
  const keys = [...Object.keys(right), ...Object.keys(own)];
  return new Set(
    keys.filter((key) => difference(ownValue(right, key), ownValue(own, key)) !== undefined),
  );
}

function recordSource(field: keyof Step, { pointer, expected }: Difference): string {
  if (field === "nodeId") return "/nodeId";
  if (expected === undefined) return "/payload";
  return field === "trace" ? `/payload${pointer}` : `/payload/${field}`;
}

/** startedAt and finishedAt: in 1.1 those of the events, in 1.0 times of the writer's own. */
export function checkTimes(check: StepCheck): void {
  if (check.ctx.version === "1.1") checkEventTimes(check);
  else checkOwnTimes(check);
}

function checkEventTimes({ step, expected, say }: StepCheck): void {
  for (const field of ["startedAt", "finishedAt"] as const) {
    const found = difference(expected[field], step[field]);
    if (found === undefined) continue;
    const event = field === "startedAt" ? "node_started" : "node_outcome";
    const message = `${field} of the step is not the time of ${event}`;
    say("projection/times", field, found, message, "/at");
  }
}

function checkOwnTimes({ attempt, step, expected, say }: StepCheck): void {
  const sayTime = (field: "startedAt" | "finishedAt", limit: string, relation: string): void => {
    const found = { pointer: "", expected: limit, actual: step[field] };
    say("projection/times", field, found, `${field} of the step is ${relation}`, "/at");
  };
  if (step.startedAt > expected.startedAt) {
    sayTime("startedAt", expected.startedAt, "after node_started");
  } else if (step.finishedAt > expected.finishedAt) {
    sayTime("finishedAt", expected.finishedAt, "after node_outcome");
  } else if (step.finishedAt < step.startedAt && expected.finishedAt >= expected.startedAt) {
    sayTime("finishedAt", step.startedAt, "before its startedAt");
  } else {
    const actual = Date.parse(step.finishedAt) - Date.parse(step.startedAt);
    if (actual === attempt.durationMs) return;
    const found = { pointer: "", expected: attempt.durationMs, actual };
    const message =
      "The times of the step are not as far apart as durationMs of its node_outcome says";
    say("projection/step-duration", "finishedAt", found, message, "/payload/durationMs");
  }
}

/** promptText. */
export function checkPromptText(check: StepCheck): void {
  const { step, expected, say } = check;
  const found = difference(expected.promptText, step.promptText);
  if (found === undefined || leavesTextsOut(check)) return;
  const message = textMessage("promptText", found, "prompt artifact");
  say("projection/step-texts", "promptText", found, message, "/payload/promptArtifact");
}

/** rawText. */
export function checkRawText({ ctx, attempt, step, expected, content, say }: StepCheck): void {
  if (content.streamsAreUnknown) return;
  const found = difference(expected.rawText, step.rawText);
  if (found === undefined) return;
  const isMissing = step.rawText === null;
  if (ctx.version === "1.0" && !isMissing && isInterleaved(attempt)) return;
  if (isMissing && (ctx.version === "1.1" || attempt.outcome !== "ok")) {
    const message = "rawText is null, though the attempt has its raw artifact";
    say("projection/raw-text-missing", "rawText", found, message, "/payload");
  } else {
    const message = textMessage("rawText", found, "raw artifact");
    say("projection/step-texts", "rawText", found, message, "/payload");
  }
}

/** Where parsing failed, 1.0 writers leave out all that the turn brought: projection/raw-text-missing tells it. */
function leavesTextsOut({ ctx, attempt, step }: StepCheck): boolean {
  const isParseFailure =
    attempt.outcome !== "ok" && attempt.receipts.rawResponseArtifact !== undefined;
  return (
    ctx.version === "1.0" && isParseFailure && step.rawText === null && step.promptText === null
  );
}

/** session and agent. */
export function checkSession(
  check: StepCheck,
  bindings: ReadonlyMap<string, SessionBinding>,
): void {
  const { ctx, attempt, step, expected, say } = check;
  const { sessionId } = attempt.receipts;
  const binding = sessionId === undefined ? undefined : bindings.get(sessionId);
  if (sessionId !== undefined && binding === undefined) return;
  const isOld = ctx.version === "1.0";
  const rule = isOld ? "projection/steps" : "projection/step-session";

  const session = difference(expected.session, step.session);
  if (session !== undefined) {
    // Where an attempt failed, 1.0 writers may leave it out.
    if (isOld && attempt.outcome !== "ok" && step.session === null) return;
    if (isOfRun(ctx, step, sessionId)) return;
    if (isOld && binding !== undefined && hasFirstIds(binding, step)) {
      const message = "session of the step has the ids from before the agent told its own";
      say("projection/step-session", "session", session, message, "/payload/sessionId");
    } else {
      const message = "session of the step is not the binding of the attempt's session";
      say(rule, "session", session, message, "/payload/sessionId");
    }
  }
  const agent = difference(expected.agent, step.agent);
  if (agent === undefined) return;
  // 1.0 writers know the agent of an attempt before it has a session.
  if (isOld && attempt.nodeType === "acp" && attempt.outcome !== "ok" && step.session === null)
    return;
  const message = "agent of the step is not that of the attempt's session";
  say(rule, "agent", agent, message, "/payload/sessionId");
}

/** output. */
export function checkOutput({ ctx, step, expected, content, say }: StepCheck): void {
  if (content.outputIsNotJson) {
    // In 1.1 artifact/json-content says all there is to say.
    if (ctx.version === "1.1" || step.output === undefined) return;
    const found = { pointer: "", expected: undefined, actual: step.output };
    const message =
      "The step has an output, but the output artifact, which should hold it, is not JSON";
    say("projection/output-value", "output", found, message, "/payload/outputArtifact");
    return;
  }
  const found = difference(ownValue(expected, "output"), ownValue(step, "output"));
  if (found === undefined) return;
  const message =
    expected.output === undefined
      ? "The step has an output, which the trace has not, or which is too large to be repeated"
      : step.output === undefined
        ? "The step has no output, though the trace has one"
        : "output of the step is not the output that the trace has";
  say("projection/output-value", "output", found, message, "/payload");
}

function textMessage(field: string, { expected, actual }: Difference, source: string): string {
  if (actual === null) return `${field} is null, though the attempt has its ${source}`;
  if (expected === null)
    return `${field} is there, though the attempt has no ${source} that can be repeated`;
  return `${field} is not the text of the ${source}`;
}

/** 1.0 writers keep what a command wrote in the order in which it came, whatever the stream. */
function isInterleaved({ receipts: { stdoutArtifact, stderrArtifact } }: AttemptState): boolean {
  return (stdoutArtifact?.bytes ?? 0) > 0 && (stderrArtifact?.bytes ?? 0) > 0;
}

/** True when the step has what run.json has of its session: then projection/session-bindings tells the difference. */
function isOfRun(
  { run }: BundleContext,
  { session }: Step,
  sessionId: string | undefined,
): boolean {
  if (run === undefined || session === null || session?.bundleId !== sessionId) return false;
  const known = ownValue(run.sessionBindings, session.key);
  return known !== undefined && difference(known, session) === undefined;
}

/** True when only ids differ that the agent tells after the session was bound. */
function hasFirstIds(binding: SessionBinding, { session }: Step): boolean {
  if (session === null || session === undefined) return false;
  return difference(withoutIds(binding), withoutIds(session)) === undefined;
}

const idsOfAgent: ReadonlySet<string> = new Set(["acpxRecordId", "acpSessionId", "agentSessionId"]);

function withoutIds(binding: object): object {
  return Object.fromEntries(Object.entries(binding).filter(([key]) => !idsOfAgent.has(key)));
}
