import { describe, expect, it } from "vitest";
import type { FindingInput } from "../../../engine/finding.ts";
import { liveFile, runFile } from "./files.ts";
import { mergeFindings } from "./merge.ts";

const inRun: FindingInput = {
  file: runFile,
  pointer: "/status",
  message: "status is wrong",
  expected: "completed",
  actual: "failed",
};

describe("mergeFindings", () => {
  it("leaves findings of one file alone", () => {
    expect(mergeFindings([undefined, inRun])).toEqual([inRun]);
    expect(mergeFindings([undefined, undefined])).toEqual([]);
  });

  it("tells the same fault of both files once", () => {
    const [merged, ...others] = mergeFindings([inRun, { ...inRun, file: liveFile }]);
    expect(others).toEqual([]);
    expect(merged).toMatchObject({
      file: runFile,
      related: [{ file: liveFile, pointer: "/status" }],
    });
  });

  it("keeps two faults apart", () => {
    expect(mergeFindings([inRun, { ...inRun, file: liveFile, actual: "waiting" }])).toHaveLength(2);
  });
});
