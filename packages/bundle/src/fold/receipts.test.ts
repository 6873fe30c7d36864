import { describe, expect, it } from "vitest";
import { begin, failure, folded, outcome, reference, start } from "../testing/trace.ts";

const ids = { nodeId: "a", attemptId: "a#1" };
const conversation = (sessionId: string) => ({
  sessionId,
  messageStart: 0,
  messageEnd: 1,
  eventStartSeq: 1,
  eventEndSeq: 3,
});
const prompted = (sessionId: string) => ({
  ...ids,
  sessionId,
  type: "acp_prompt_prepared",
  payload: { sessionId, promptArtifact: reference(`prompt ${sessionId}`) },
});
const answered = (sessionId: string) => ({
  ...ids,
  sessionId,
  type: "acp_response_parsed",
  payload: {
    sessionId,
    conversation: conversation(sessionId),
    rawResponseArtifact: reference(`answer ${sessionId}`),
  },
});
const bound = (sessionId: string) => ({
  sessionId,
  type: "session_bound",
  payload: { sessionId, handle: "main", bindingArtifact: reference("binding", "application/json") },
});

const written = (name: string) => ({
  ...ids,
  type: "artifact_written",
  payload: { artifact: reference(name) },
});

describe("receipts of a turn", () => {
  it("are known as they come", () => {
    const steps = [begin(), start("a", "a#1", "acp")];
    expect(folded("1.1", ...steps, bound("s")).view().attempts[0]).toMatchObject({
      sessionId: "s",
    });
    const fold = folded("1.1", ...steps, bound("s"), prompted("s"), answered("s"));
    expect(fold.view().attempts[0]).toMatchObject({
      sessionId: "s",
      promptArtifact: reference("prompt s"),
      rawResponseArtifact: reference("answer s"),
      conversation: conversation("s"),
    });
    expect(fold.attempt("a#1")?.receipts).toEqual({});
    expect(fold.session("s")?.boundBy?.attemptId).toBe("a#1");
  });

  it("are those of the outcome, and where it has none those before it", () => {
    const steps = [begin(), start("a", "a#1", "acp"), bound("s"), prompted("s"), answered("s")];
    const rawResponseArtifact = reference("the right answer");
    const end = failure("a", "a#1", { nodeType: "acp", rawResponseArtifact });
    const fold = folded("1.0", ...steps, end);
    const attempt = fold.attempt("a#1");
    expect(attempt?.receipts).toEqual({ rawResponseArtifact });
    expect(attempt?.earlier).not.toHaveProperty("rawResponseArtifact");
    expect(fold.view().attempts[0]).toMatchObject({
      promptArtifact: reference("prompt s"),
      rawResponseArtifact,
    });
  });

  it("never come from late events of another attempt", () => {
    const onCompute = folded("1.0", begin(), start("a", "a#1"), prompted("s"), answered("s"));
    expect(onCompute.attempt("a#1")?.earlier).toEqual({});
    expect(onCompute.ignored.stray).toBe(2);

    const other = [begin(), start("a", "a#1", "acp"), prompted("mine"), answered("other")];
    expect(folded("1.0", ...other).attempt("a#1")?.earlier).not.toHaveProperty("conversation");

    const ended = [begin(), start("a", "a#1", "acp"), outcome("a", "a#1"), answered("s")];
    expect(folded("1.0", ...ended).attempt("a#1")?.earlier).toEqual({});

    const { attemptId: _, nodeId: __, ...nobodys } = answered("s");
    expect(folded("1.0", begin(), nobodys).ignored.stray).toBe(1);
  });
});

describe("receipts of a command", () => {
  const action = { actionType: "shell", command: "make", args: [], cwd: "/home/user/project" };
  const prepared = { ...ids, type: "action_prepared", payload: { action } };

  it("begin with what was prepared", () => {
    const fold = folded("1.1", begin(), start("a", "a#1", "action"), prepared);
    expect(fold.view().attempts[0]).toMatchObject({ action });
  });

  it("are never taken on an attempt that cannot run one", () => {
    const fold = folded("1.0", begin(), start("a", "a#1", "acp"), prepared);
    expect(fold.attempt("a#1")?.earlier).toEqual({});
    expect(fold.ignored.stray).toBe(1);
  });
});

describe("artifacts", () => {
  it("are listed once per path, from the first event that names them, also from ignored events", () => {
    const end = { type: "run_completed", payload: { status: "completed" } };
    const fold = folded(
      "1.1",
      begin(),
      written("b"),
      written("a"),
      written("b"),
      end,
      answered("s"),
    );
    expect(fold.view().artifacts).toEqual([
      { ...reference("input", "application/json"), firstSeq: 1 },
      { ...reference("b"), firstSeq: 2 },
      { ...reference("a"), firstSeq: 3 },
      { ...reference("answer s"), firstSeq: 6 },
    ]);
    expect(fold.artifact(reference("a").path)?.firstSeq).toBe(3);
  });

  it("keep members of the reference that others lack", () => {
    const cut = { ...reference("out"), truncated: true };
    const payload = { artifact: reference("out") };
    const end = outcome("a", "a#1", { stdoutArtifact: cut, stderrArtifact: { ...cut } });
    const fold = folded(
      "1.1",
      begin(),
      start("a", "a#1", "action"),
      {
        ...ids,
        type: "artifact_written",
        payload,
      },
      end,
    );
    expect(fold.attempt("a#1")?.receipts.stdoutArtifact).toEqual(cut);
    expect(fold.artifacts[1]?.reference).toEqual(reference("out"));
  });

  it("are not the bindings that lie in sessions/", () => {
    const payload = {
      sessionId: "s",
      handle: "main",
      bindingArtifact: { ...reference("x", "application/json"), path: "sessions/s/binding.json" },
    };
    const fold = folded("1.0", begin(), { type: "session_bound", sessionId: "s", payload });
    expect(fold.artifacts).toHaveLength(1);
    expect(fold.sessions[0]).toMatchObject({ sessionId: "s", boundSeq: 2, boundBy: null });
  });
});
