import { describe, expect, it } from "vitest";
import { edit, fixtureFiles, sourceOf } from "../testing/bundles.ts";
import type { Rule } from "./rule.ts";
import { validateBundle, validateWithRules } from "./validate.ts";

const ruleIds = (report: Awaited<ReturnType<typeof validateBundle>>) =>
  report.findings.map(({ ruleId }) => ruleId);

describe("validateBundle", () => {
  it("finds nothing in a good bundle and says what it saw", async () => {
    const report = await validateBundle(sourceOf(fixtureFiles("valid/1.1-acp-two-turn")));
    expect(report).toMatchObject({
      verdict: "valid",
      specVersion: "1.1",
      runStatus: "completed",
      facts: { attempts: 3, sessions: 1 },
      counts: { error: 0, warning: 0, info: 0 },
      findings: [],
    });
    expect(report.rules.notEvaluated).toEqual([]);
    expect(report.rules.applied).toContain("seal/trace");
    expect(report.rules.notApplicable).toContain("trace/waiting-checkpoint");
  });

  it("gives the same report for the same bytes", async () => {
    const files = fixtureFiles("valid/1.1-shell");
    edit(files, "trace.ndjson", (text) => text.replaceAll('"ok"', '"fine"'));
    const [a, b] = await Promise.all([
      validateBundle(sourceOf(files)),
      validateBundle(sourceOf(files)),
    ]);
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
    expect(a.findings.length).toBeGreaterThan(0);
  });

  it("keeps the fingerprint when lines move", async () => {
    const files = fixtureFiles("valid/1.1-running");
    edit(files, "manifest.json", (text) =>
      text.replace('"status": "running"', '"status": "going"'),
    );
    const before = await validateBundle(sourceOf(files));
    edit(files, "manifest.json", (text) => text.replace("{\n", "{\n\n\n"));
    const after = await validateBundle(sourceOf(files));
    const pick = ({ ruleId, fingerprint }: { ruleId: string; fingerprint: string }) => ({
      ruleId,
      fingerprint,
    });
    expect(after.findings.map(pick)).toEqual(before.findings.map(pick));
    expect(after.findings[0]?.line).not.toBe(before.findings[0]?.line);
  });

  it("points to line and column in documents and in lines", async () => {
    const files = fixtureFiles("valid/1.1-running");
    edit(files, "trace.ndjson", (text) => text.replace('"seq":3,', '"seq":7,'));
    const report = await validateBundle(sourceOf(files));
    const finding = report.findings.find(({ ruleId }) => ruleId === "trace/seq");
    expect(finding).toMatchObject({
      file: "trace.ndjson",
      line: 3,
      column: '{"seq":'.length + 1,
      pointer: "/seq",
    });
  });

  it("does not evaluate rules whose input is bad, and says why", async () => {
    const files = fixtureFiles("valid/1.1-running");
    edit(files, "trace.ndjson", (text) => text.replace('"type":"node_started"', '"type":7'));
    const { rules, findings } = await validateBundle(sourceOf(files));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["trace/envelope"]);
    expect(rules.notEvaluated).toContainEqual({
      ruleId: "trace/seq",
      because: "trace/envelope at trace.ndjson:2",
    });
    expect(rules.applied).toContain("artifact/digest");
  });

  it("goes on checking the form of later lines after a corrupt one", async () => {
    const files = fixtureFiles("valid/1.1-shell");
    edit(files, "trace.ndjson", (text) => {
      const lines = text.split("\n");
      lines[2] = '{"seq":3,';
      lines[5] = (lines[5] ?? "").replace('"scope":"artifact"', '"scope":"node"');
      return lines.join("\n");
    });
    const report = await validateBundle(sourceOf(files), { ignore: ["seal/trace"] });
    expect(ruleIds(report)).toEqual(["json/syntax", "trace/scope"]);
    expect(report.facts.events).toBe(2);
  });

  it("takes a bad end for a torn tail only when the run has not ended", async () => {
    const running = fixtureFiles("valid/1.1-running");
    edit(running, "trace.ndjson", (text) => `${text}{"seq":10,"at"\n\0\0\0`);
    const torn = await validateBundle(sourceOf(running));
    expect(ruleIds(torn).filter((id) => id !== "trace/in-progress")).toEqual(["trace/torn-tail"]);
    expect(torn.findings.find(({ ruleId }) => ruleId === "trace/torn-tail")?.message).toContain(
      "18 bytes (2 lines)",
    );

    const finished = fixtureFiles("valid/1.1-shell");
    edit(finished, "trace.ndjson", (text) => `${text}{"seq":37,"at"\n`);
    const corrupt = await validateBundle(sourceOf(finished), { ignore: ["seal/trace"] });
    expect(ruleIds(corrupt)).toEqual(["json/syntax"]);
  });

  it("checks nothing in a bundle of another major version", async () => {
    const files = fixtureFiles("valid/1.1-shell");
    edit(files, "manifest.json", (text) =>
      text.replace('"specVersion": "1.1"', '"specVersion": "2.0"'),
    );
    edit(files, "trace.ndjson", () => "not JSON\n");
    const report = await validateBundle(sourceOf(files));
    expect(report.verdict).toBe("undetermined");
    expect(ruleIds(report)).toEqual(["manifest/unsupported-version"]);
    expect(report.rules.applied).toEqual(["manifest/unsupported-version"]);
    expect(report.rules.notEvaluated.length).toBeGreaterThan(100);
  });

  it("does not take a limit for a fault of the bundle", async () => {
    const report = await validateBundle(sourceOf(fixtureFiles("valid/1.1-shell")), {
      limits: { files: 3 },
    });
    expect([report.verdict, ...ruleIds(report)]).toEqual(["undetermined", "limits/files"]);
  });

  it("counts what it does not list", async () => {
    const files = fixtureFiles("valid/1.1-shell");
    edit(files, "trace.ndjson", (text) =>
      text.replaceAll('"nodeType":"action"', '"nodeType":"action","kind":"x"'),
    );
    edit(files, "manifest.json", (text) => text.replace('"runId"', '"run_id"'));
    const all = await validateBundle(sourceOf(files));
    const one = await validateBundle(sourceOf(files), { maxFindings: 1 });
    expect(one.findings).toHaveLength(1);
    expect(one.counts).toEqual(all.counts);
    expect(one.unlisted?.error).toBe(all.counts.error - (one.findings[0]?.count ?? 0));
  });

  it("reports only the rules asked for, and judges inputs all the same", async () => {
    const files = fixtureFiles("valid/1.1-shell");
    edit(files, "trace.ndjson", (text) => text.replace('"seq":3,', '"seq":"3",'));
    const report = await validateBundle(sourceOf(files), { only: ["trace/seq"] });
    expect(report).toMatchObject({ verdict: "valid", findings: [] });
    expect(report.rules.notEvaluated).toEqual([
      { ruleId: "trace/seq", because: "trace/envelope at trace.ndjson:3" },
    ]);
  });

  it("requires a finished run only when asked", async () => {
    const source = () => sourceOf(fixtureFiles("valid/1.1-waiting"));
    expect((await validateBundle(source())).verdict).toBe("valid");
    const report = await validateBundle(source(), { requireFinished: true });
    expect([report.verdict, ...ruleIds(report)]).toEqual(["invalid", "bundle/not-finished"]);
  });

  it("leaves no trace of the bundle on shared prototypes", async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    await validateBundle(sourceOf(fixtureFiles("valid/1.1-hostile-names")));
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });
});

describe("validateWithRules", () => {
  it("calls a rule's parts in order, each event before it is folded", async () => {
    const calls: string[] = [];
    const rule: Rule = {
      id: "trace/seq",
      needs: ["trace"],
      check(ctx) {
        calls.push("check");
        return {
          on: {
            "*": ({ event }) => {
              if (event.seq <= 2) calls.push(`${event.type} after ${ctx.fold.upToSeq}`);
            },
          },
          traceEnd: () => void calls.push("traceEnd"),
          session: ({ sessionId }) => {
            calls.push(`session ${sessionId.split("-")[0]}`);
            return { end: () => void calls.push("session end") };
          },
          end: () => void calls.push("end"),
        };
      },
    };
    await validateWithRules(sourceOf(fixtureFiles("valid/1.1-acp-two-turn")), {}, [rule]);
    expect(calls).toEqual([
      "check",
      "run_started after 0",
      "node_started after 1",
      "traceEnd",
      expect.stringMatching(/^session /),
      "session end",
      "end",
    ]);
  });
});
