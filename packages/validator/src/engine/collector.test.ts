import { describe, expect, it } from "vitest";
import { FindingCollector } from "./collector.ts";

const finding = { file: "manifest.json", message: "m" };

describe("FindingCollector", () => {
  it("gives the severity of the bundle's version", () => {
    const findings = new FindingCollector({});
    findings.version = "1.0";
    expect(findings.add("trace/time-order", { ...finding, file: "trace.ndjson" })).toBe("warning");
    expect(findings.invalid).toBe(false);
    findings.version = "1.1";
    expect(findings.add("trace/time-order", { ...finding, file: "trace.ndjson" })).toBe("error");
    expect(findings.invalid).toBe(true);
  });

  it("drops what the version has off", () => {
    const findings = new FindingCollector({});
    findings.version = "1.0";
    expect(findings.add("seal/missing", finding)).toBe("off");
    expect(findings.listed).toEqual([]);
  });

  it("keeps undetermined apart from invalid", () => {
    const findings = new FindingCollector({});
    findings.add("limits/line-length", { ...finding, file: "trace.ndjson" });
    expect([findings.undetermined, findings.invalid]).toEqual([true, false]);
  });

  it("groups equal findings of the form over lines and list elements, and counts each", () => {
    const findings = new FindingCollector({});
    for (const line of [3, 5, 9]) {
      findings.add("trace/wrong-name", {
        file: "trace.ndjson",
        line,
        pointer: "/payload/kind",
        message: "kind",
      });
    }
    for (const pointer of ["/0/kind", "/1/kind"]) {
      findings.add("projection/wrong-name", {
        file: "projections/steps.json",
        pointer,
        message: "kind",
      });
    }
    expect(findings.listed.map(({ line, pointer, count }) => ({ line, pointer, count }))).toEqual([
      { line: 3, pointer: "/payload/kind", count: 3 },
      { line: undefined, pointer: "/0/kind", count: 2 },
    ]);
    expect(findings.counts.error).toBe(5);
  });

  it("does not group what different attempts break", () => {
    const findings = new FindingCollector({});
    for (const attemptId of ["a#1", "a#2"]) {
      findings.add("attempt/not-open", { ...finding, file: "trace.ndjson", attemptId });
    }
    expect(findings.listed).toHaveLength(2);
  });

  it("lists at most maxFindings and says how many it left out", () => {
    const findings = new FindingCollector({ maxFindings: 2 });
    for (const message of ["a", "b", "c", "d"])
      findings.add("manifest/status", { ...finding, message });
    expect(findings.listed).toHaveLength(2);
    expect(findings.unlisted).toEqual({ error: 2, warning: 0, info: 0 });
    expect(findings.counts.error).toBe(4);
  });

  it("judges rules that are ignored, and leaves no trace of them", () => {
    const findings = new FindingCollector({ ignore: ["manifest/status"] });
    expect(findings.add("manifest/status", finding)).toBe("error");
    expect([findings.listed, findings.invalid]).toEqual([[], false]);
  });

  it("takes severities from the caller, for rules that are on", () => {
    const findings = new FindingCollector({ severity: () => "info" });
    findings.version = "1.0";
    expect(findings.add("manifest/status", finding)).toBe("info");
    expect(findings.add("seal/missing", finding)).toBe("off");
  });

  it("refuses rules that the catalogue does not have", () => {
    expect(() => new FindingCollector({}).add("no/such", finding)).toThrow("not in the catalogue");
  });
});
