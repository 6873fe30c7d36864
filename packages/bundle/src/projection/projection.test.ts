import type { SessionBinding } from "@flow-bundle/schema";
import { describe, expect, it } from "vitest";
import { begin, failure, folded, outcome, reference, start } from "../testing/trace.ts";
import type { EventSketch } from "../testing/trace.ts";
import { projectLive } from "./live.ts";
import { prefetch } from "./prefetch.ts";
import type { ProjectionResolver } from "./resolver.ts";
import { projectRun } from "./run.ts";
import { projectSteps } from "./steps.ts";

const binding = (handle: string, key: string): SessionBinding => ({
  key,
  handle,
  bundleId: key,
  name: handle,
  agentName: "reviewer",
  agentCommand: "review-agent",
  cwd: "/home/user/project",
  acpxRecordId: "r",
  acpSessionId: "s",
});

const resolver: ProjectionResolver = {
  text: ({ path }) => `text of ${path.slice(17, 23)}`,
  json: () => ({ from: "artifact" }),
  binding: (sessionId) => binding("main", sessionId),
};

const shell = (more: object, version: "1.0" | "1.1" = "1.1") => {
  const end = outcome("a", "a#1", { nodeType: "action", ...more });
  const fold = folded(version, begin(), start("a", "a#1", "action"), end);
  return projectSteps(fold, resolver)[0];
};

describe("rawText", () => {
  const stdoutArtifact = reference("out");
  const stderrArtifact = reference("err");

  it("is what the command wrote to both streams", () => {
    expect(shell({ stdoutArtifact, stderrArtifact })?.rawText).toBe("text of 6f7574text of 657272");
  });

  it("is null when one of them is missing, not text or too large", () => {
    expect(shell({ stdoutArtifact })?.rawText).toBeNull();
    const bytes = { ...stderrArtifact, mediaType: "application/octet-stream" };
    expect(shell({ stdoutArtifact, stderrArtifact: bytes })?.rawText).toBeNull();
    const large = { ...stderrArtifact, bytes: 16_385 };
    expect(shell({ stdoutArtifact, stderrArtifact: large })?.rawText).toBeNull();
    expect(shell({ stdoutArtifact, stderrArtifact: large }, "1.0")?.rawText).toHaveLength(28);
  });

  it("is the answer of the agent before anything else", () => {
    const rawResponseArtifact = reference("raw");
    const step = shell({ rawResponseArtifact, stdoutArtifact, stderrArtifact });
    expect(step?.rawText).toBe("text of 726177");
  });
});

describe("steps", () => {
  it("come in the order of the outcomes", () => {
    const fold = folded(
      "1.1",
      begin(),
      start("a", "a#1"),
      start("b", "b#1"),
      outcome("b", "b#1"),
      failure("a", "a#1"),
    );
    expect(projectSteps(fold, resolver)).toMatchObject([
      { attemptId: "b#1", outcome: "ok" },
      { attemptId: "a#1", outcome: "failed", error: "It failed" },
    ]);
  });

  it("have neither output nor receipts where there are none", () => {
    const [step] = projectSteps(
      folded("1.1", begin(), start("a", "a#1"), outcome("a", "a#1")),
      resolver,
    );
    expect(step).not.toHaveProperty("output");
    expect(step).not.toHaveProperty("trace");
    expect(step).not.toHaveProperty("error");
  });

  it("keep the output null apart from no output", () => {
    expect(shell({ outputInline: null })).toMatchObject({
      output: null,
      trace: { outputInline: null },
    });
  });

  it("have an output from an artifact by its media type", () => {
    const json = { outputArtifact: reference("o", "application/json") };
    expect(shell(json)?.output).toEqual({ from: "artifact" });
    const image = { outputArtifact: { ...reference("o"), mediaType: "image/png" } };
    expect(shell(image)).not.toHaveProperty("output");
    expect(shell(image)?.trace).toEqual(image);
  });
});

describe("run", () => {
  it("has every node id as an ordinary key", () => {
    const ids = ["__proto__", "", "constructor"];
    const events = ids.flatMap((id) => [start(id, id), outcome(id, id, { outputInline: id })]);
    const run = projectRun(folded("1.1", begin(), ...events), resolver);
    const { outputs, results } = JSON.parse(JSON.stringify(run)) as typeof run;
    expect(Object.entries(outputs)).toEqual(ids.map((id) => [id, id]));
    expect(Object.keys(results)).toEqual(ids);
  });

  it("has the bindings of persistent sessions only, by their keys", () => {
    const bindings = new Map([
      ["one", binding("isolated", "isolated::a#1")],
      ["two", binding("isolated", '["agent",null,"/","isolated"]')],
      ["three", binding("main", "__proto__")],
    ]);
    const bound = [...bindings.keys()].map((sessionId): EventSketch => {
      const bindingArtifact = reference(sessionId, "application/json");
      const payload = { sessionId, handle: "h", bindingArtifact };
      return { type: "session_bound", sessionId, payload };
    });
    const fold = folded("1.1", begin(), ...bound);
    const live = projectLive(fold, { ...resolver, binding: (id) => bindings.get(id) });
    expect(Object.keys(live.sessionBindings)).toEqual([
      '["agent",null,"/","isolated"]',
      "__proto__",
    ]);
  });

  it("has no upToSeq in 1.0", () => {
    expect(projectRun(folded("1.0", begin()), resolver)).not.toHaveProperty("upToSeq");
    expect(projectRun(folded("1.1", begin()), resolver)).toHaveProperty("upToSeq", 1);
  });
});

describe("prefetch", () => {
  it("loads each file once and none that is left out", async () => {
    const asked: string[] = [];
    const note = (name: string) => asked.push(name);
    const reader = {
      text: async (artifact: { path: string }) => (note(artifact.path), "text"),
      json: async (artifact: { path: string }) => (note(artifact.path), { n: 1 }),
      binding: async (sessionId: string) => (note(sessionId), binding("main", "k")),
    };
    const large = { ...reference("large"), bytes: 20_000 };
    const turn = { sessionId: "s", promptArtifact: reference("p"), rawResponseArtifact: large };
    const fold = folded(
      "1.1",
      begin(),
      start("a", "a#1", "acp"),
      outcome("a", "a#1", { ...turn, outputArtifact: reference("p") }),
      start("a", "a#2", "acp"),
      failure("a", "a#2", turn),
    );
    const loaded = await prefetch(fold, reader);
    const input = reference("input", "application/json");
    expect(asked).toEqual(["s", reference("p").path, input.path]);
    expect(projectRun(fold, loaded)).toMatchObject({
      input: { n: 1 },
      outputs: { a: "text" },
      steps: [{ promptText: "text", rawText: null }, { promptText: "text" }],
    });
    asked.length = 0;
    await prefetch(fold, reader, []);
    expect(asked).toEqual([]);
  });
});
