import type { Line } from "@flow-bundle/bundle";
import type { SessionBinding, SessionEvent, SessionRecord, Validators } from "@flow-bundle/schema";
import { isTemporary } from "../rules/bundle/temporary.ts";
import type { ActiveRules } from "./active-rules.ts";
import type { BundleContext } from "./context.ts";
import { checkDocument, checkValue } from "./documents.ts";
import { checkLines } from "./lines.ts";
import type { ClaimedRange, SessionContext } from "./session-context.ts";
import type { Validation } from "./validation.ts";

/** Reads each session folder: documents against their schemas, events line by line, rules along the way. */
export async function checkSessions(
  validation: Validation,
  rules: ActiveRules,
  validators: Validators,
): Promise<void> {
  const claimed = claimedRanges(validation);
  for (const sessionId of sessionIds(validation.entries)) {
    await checkSession(validation, rules, validators, sessionId, claimed.get(sessionId) ?? []);
  }
}

/** Names of the folders in sessions/, in code unit order. */
export function sessionIds(entries: BundleContext["entries"]): string[] {
  const ids: string[] = [];
  for (const [path, entry] of entries) {
    if (entry.type !== "directory" || !path.startsWith("sessions/")) continue;
    const name = path.slice("sessions/".length);
    if (!name.includes("/") && !isTemporary(name)) ids.push(name);
  }
  return ids;
}

async function checkSession(
  validation: Validation,
  rules: ActiveRules,
  validators: Validators,
  sessionId: string,
  claimed: readonly ClaimedRange[],
): Promise<void> {
  const directory = `sessions/${sessionId}`;
  const eventsFile = `${directory}/events.ndjson`;
  const binding = await checkDocument<SessionBinding>(
    validation,
    `${directory}/binding.json`,
    validators.document("session-binding"),
    { keepBytes: true },
  );
  const record = await checkDocument<SessionRecord>(
    validation,
    `${directory}/record.json`,
    validators.document("session-record"),
  );
  for (const [name, document] of [
    ["binding.json", binding],
    ["record.json", record],
  ] as const) {
    if (document.failed !== undefined) {
      validation.inputs.fail("sessions", { ruleId: document.failed, file: `${directory}/${name}` });
    }
  }
  const hasEvents = validation.entries.get(eventsFile)?.type === "file";
  const session: SessionContext = {
    sessionId,
    directory,
    binding: binding.value,
    record: record.value,
    bindingBytes: binding.bytes,
    claimed,
    hasEvents,
  };
  const active = rules.session(session);
  if (hasEvents && !(await checkEvents(validation, validators, eventsFile, sessionId, active)))
    return;
  for (const { handlers } of active) await handlers.end?.();
}

/** Streams events.ndjson; false when it is not reliable. */
async function checkEvents(
  validation: Validation,
  validators: Validators,
  file: string,
  sessionId: string,
  active: ReturnType<ActiveRules["session"]>,
): Promise<boolean> {
  const check = validators.document("session-event");
  const handlers = active.flatMap(({ handlers: own }) =>
    own.line === undefined ? [] : [own.line.bind(own)],
  );
  let reliable = true;

  const onValue = (value: unknown, line: Line): string | undefined => {
    const problems = check(value);
    if (problems.length > 0) {
      const place = { file, line: line.line, byteOffset: line.byteOffset, sessionId };
      const bad = checkValue(validation, value, () => problems, place);
      if (bad !== undefined) return bad;
    }
    if (!reliable) return undefined;
    const session = { event: value as SessionEvent, line: line.line, byteOffset: line.byteOffset };
    for (const handler of handlers) handler(session);
    return undefined;
  };
  const { cause } = await checkLines(validation, {
    file,
    tornRule: validation.finished ? undefined : "session/torn-tail",
    exemptKey: "message",
    onValue,
    onUnreliable: () => {
      reliable = false;
    },
  });
  if (cause !== undefined) validation.inputs.fail("sessions", cause);
  return cause === undefined;
}

function claimedRanges(validation: Validation): ReadonlyMap<string, ClaimedRange[]> {
  const bySession = new Map<string, ClaimedRange[]>();
  for (const attempt of validation.fold.attempts) {
    const { conversation: range, rawResponseArtifact } = attempt.receipts;
    if (range === undefined || attempt.outcome === null) continue;
    const list = bySession.get(range.sessionId) ?? [];
    bySession.set(range.sessionId, list);
    list.push({
      attemptId: attempt.attemptId,
      nodeId: attempt.nodeId,
      outcome: attempt.outcome,
      range,
      seq: attempt.finishedSeq ?? 0,
      // seq and line are the same in a good trace, and only a good trace gets here.
      line: attempt.finishedSeq ?? 0,
      ...(rawResponseArtifact === undefined ? {} : { rawResponsePath: rawResponseArtifact.path }),
    });
  }
  return bySession;
}
