import { loadValidators } from "@flow-bundle/schema";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { projectLive } from "../projection/live.ts";
import { projectRun } from "../projection/run.ts";
import { reference, trace } from "../testing/trace.ts";
import type { EventSketch } from "../testing/trace.ts";
import { isView } from "../testing/is-view.ts";
import { createFold } from "./fold.ts";

const resolver = { text: () => "text", json: () => ({}), binding: () => undefined };
const id = fc.constantFrom("a", "b", "", "__proto__", "a#1", "a#1#1");
const session = fc.constantFrom("s", "t", "__proto__");
const file = fc.constantFrom("x", "y", "z").map((name) => reference(name));
const texts = fc.constantFrom("", "why", "\u202e…");
const ids = { nodeId: id, attemptId: id };
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const conversation = session.map((sessionId) => ({
  sessionId,
  messageStart: 0,
  messageEnd: -1,
  eventStartSeq: 1,
  eventEndSeq: 0,
}));
const prepared = { actionType: "shell", command: "make", args: ["all"], cwd: "/home/user/project" };
const action = fc.constantFrom(
  { actionType: "function" },
  { ...prepared, exitCode: null, signal: null, durationMs: 0 },
);
const output = fc.constantFrom<object>({}, { outputInline: null }, { outputInline: [1] });

function event(type: string, members: object, payload: object): fc.Arbitrary<EventSketch> {
  const payloads = fc.record(payload as Record<string, fc.Arbitrary<unknown>>);
  return fc.record({
    type: fc.constant(type),
    ...members,
    payload: payloads,
  }) as fc.Arbitrary<EventSketch>;
}

function withSession(sketch: EventSketch): EventSketch {
  return { ...sketch, sessionId: (sketch.payload as { sessionId: string }).sessionId };
}

const outcome = fc
  .tuple(
    event("node_outcome", ids, {
      nodeType: fc.constantFrom("compute", "acp", "action", "checkpoint", "other"),
      durationMs: fc.nat(),
      sessionId: some(session),
      promptArtifact: some(file),
      rawResponseArtifact: some(file),
      conversation: some(conversation),
      action: some(action),
      stdoutArtifact: some(file),
      stderrArtifact: some(file),
      errorArtifact: some(file),
    }),
    fc.oneof(
      output.map((value) => ({ outcome: "ok", error: null, ...value })),
      file.map((outputArtifact) => ({ outcome: "ok", error: null, outputArtifact })),
      texts.map((error) => ({ outcome: "cancelled", error })),
    ),
  )
  .map(([sketch, end]) => ({ ...sketch, payload: { ...sketch.payload, ...end } }));

const sketch = fc.oneof(
  event("run_started", {}, { flowName: texts, flowPath: some(texts), inputArtifact: file }),
  event("run_completed", {}, { status: fc.constant("completed") }),
  event(
    "run_failed",
    {},
    { status: fc.constant("failed"), error: texts, errorArtifact: some(file) },
  ),
  event("run_timed_out", {}, { status: fc.constant("timed_out"), error: texts }),
  event(
    "run_waiting",
    {},
    {
      status: fc.constant("waiting"),
      waitingOn: id,
      attemptId: id,
      summary: some(texts),
    },
  ),
  event(
    "run_resumed",
    {},
    {
      status: fc.constant("running"),
      cause: fc.constant("input"),
      attemptId: some(id),
      outputArtifact: some(file),
    },
  ),
  event("node_started", ids, {
    nodeType: fc.constantFrom("compute", "acp", "action", "checkpoint", "other"),
    timeoutMs: fc.nat(),
    statusDetail: some(texts),
  }),
  event("node_heartbeat", ids, { statusDetail: some(texts) }),
  outcome,
  event("acp_prompt_prepared", ids, { sessionId: session, promptArtifact: file }).map(withSession),
  event("acp_response_parsed", ids, {
    sessionId: session,
    conversation,
    rawResponseArtifact: file,
  }).map(withSession),
  event("action_prepared", ids, { action: fc.constant(prepared) }),
  event("action_completed", ids, { action, stdoutArtifact: file, stderrArtifact: file }),
  event("session_bound", {}, { sessionId: session, handle: texts, bindingArtifact: file }).map(
    withSession,
  ),
  event("artifact_written", ids, { artifact: file }),
  event("run_paused", {}, {}),
);

/** Members that the schema of an event does not know may be anything. */
const oddMembers = fc.dictionary(
  fc.constantFrom("errorArtifact", "artifact", "action", "outputArtifact", "summary", "waitingOn"),
  fc.constantFrom<unknown>(null, 5, "text", {}, [], { path: 1 }, { argsArtifact: null }),
  { maxKeys: 2 },
);
const odd = fc
  .tuple(sketch, oddMembers)
  .map(([one, members]) => ({ ...one, payload: { ...members, ...one.payload } }));
const empty = sketch.map((one) => ({ ...one, payload: {} }));

it.each(["1.0", "1.1"] as const)(
  "takes every sequence of events that the schemas of %s accept",
  async (version) => {
    const validators = await loadValidators(version);
    const sequences = fc.array(fc.oneof(sketch, odd, empty), { maxLength: 60 });
    const property = fc.property(sequences, (sketches) => {
      // JSON in between, as members that are undefined are not there in a trace.
      const all = JSON.parse(JSON.stringify(sketches)) as EventSketch[];
      const valid = all.filter((one) => validators.event(one.type)(trace(one)[0]).length === 0);
      const fold = createFold({ version });
      for (const one of trace(...valid)) {
        fold.apply(one);
        expect(fold.openAttempt?.outcome ?? null).toBeNull();
        expect(fold.waiting !== null).toBe(fold.status === "waiting");
      }
      const view = fold.view();
      expect(isView(view), JSON.stringify(isView.errors)).toBe(true);
      expect(view.upToSeq).toBe(valid.length);
      const attemptIds = view.attempts.map(({ attemptId }) => attemptId);
      expect(new Set(attemptIds).size).toBe(attemptIds.length);
      expect(projectRun(fold, resolver).steps).toHaveLength(fold.finishedAttempts.length);
      expect(projectLive(fold, resolver).status).toBe(view.status);
      expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
      taken += valid.length / Math.max(all.length, 1);
    });
    let taken = 0;
    fc.assert(property, { numRuns: 300 });
    expect(taken).toBeGreaterThan(100);
  },
);
