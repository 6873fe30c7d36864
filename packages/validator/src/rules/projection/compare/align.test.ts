import type { AttemptState } from "@flow-bundle/bundle";
import type { Step } from "@flow-bundle/schema";
import { describe, expect, it } from "vitest";
import { alignSteps } from "./align.ts";

function align(stepIds: string, attemptIds: string) {
  const ids = (text: string) => [...text].map((attemptId) => ({ attemptId }));
  const alignment = alignSteps(ids(stepIds) as Step[], ids(attemptIds) as AttemptState[]);
  return {
    pairs: alignment.pairs.map(({ attempt }) => attempt.attemptId).join(""),
    misfits: alignment.misfits.map(({ misfit, index }) => `${misfit} ${index}`),
    rest: [alignment.restOfSteps, alignment.restOfAttempts],
  };
}

describe("alignSteps", () => {
  it("pairs steps and attempts", () => {
    expect(align("abc", "abc")).toEqual({ pairs: "abc", misfits: [], rest: [3, 3] });
  });

  it("leaves over what follows on either side", () => {
    expect(align("ab", "abcd").rest).toEqual([2, 2]);
    expect(align("abcd", "ab").rest).toEqual([2, 2]);
  });

  it("goes on after a step that is missing", () => {
    expect(align("acd", "abcd")).toMatchObject({ pairs: "acd", misfits: ["missing 1"] });
  });

  it("goes on after a step too many", () => {
    expect(align("aabc", "abc")).toMatchObject({ pairs: "abc", misfits: ["extra 1"] });
  });

  it("goes on after a step with another id, also at the end", () => {
    expect(align("axc", "abc")).toMatchObject({ pairs: "ac", misfits: ["wrong 1"] });
    expect(align("abx", "abc")).toMatchObject({ pairs: "ab", misfits: ["wrong 2"] });
  });

  it("gives up where more than one is wrong", () => {
    expect(align("axyzc", "abcde")).toEqual({ pairs: "a", misfits: ["wrong 1"], rest: [5, 5] });
  });
});
