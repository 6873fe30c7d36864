import { describe, expect, it } from "vitest";
import type { FindingInput } from "../engine/finding.ts";
import { Postponed } from "./postponed.ts";

const finding = (message: string): FindingInput => ({ file: "trace.ndjson", message });

describe("Postponed", () => {
  it("reports at the end what is still a finding then, once", () => {
    const reported: string[] = [];
    const postponed = new Postponed(({ message }) => reported.push(message));
    let isMended = false;
    postponed.add(() => (isMended ? undefined : finding("mended")));
    postponed.add(() => finding("kept"));
    expect(reported).toEqual([]);
    isMended = true;
    postponed.end();
    postponed.end();
    expect(reported).toEqual(["kept"]);
  });

  it("holds a bounded number back", () => {
    let reported = 0;
    const postponed = new Postponed(() => (reported += 1));
    for (let count = 0; count < 10_010; count += 1) postponed.add(() => finding("one of many"));
    expect(reported).toBe(10);
    postponed.end();
    expect(reported).toBe(10_010);
  });
});
