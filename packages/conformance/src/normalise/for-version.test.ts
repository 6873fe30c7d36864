import { describe, expect, test } from "vitest";
import type { ExpectedRun } from "../generated/types.ts";
import { expectedOf } from "./for-version.ts";

const action = { actionType: "shell", exitCode: 3 };
const run: ExpectedRun = {
  status: "timed_out",
  events: ["run_started", "run_waiting", "run_resumed", "run_timed_out"],
  attempts: [
    { nodeId: "a", outcome: "ok", output: 1, stdout: { base64: "//4=" }, stderr: "err", action },
    { nodeId: "b", outcome: "failed", error: "exit 3", timeoutMs: 5, stdout: "out", action },
  ],
};

describe("what is expected of a bundle", () => {
  test("of 1.1 is what the case says", () => {
    expect(expectedOf(run, "1.1")).toBe(run);
  });

  test("of 1.0 is what 1.0 asks for: all of ok attempts but bytes, and of others that they ended so", () => {
    expect(expectedOf(run, "1.0")).toEqual({
      status: "timed_out",
      events: ["run_started", "run_failed"],
      attempts: [
        { nodeId: "a", outcome: "ok", output: 1, stderr: "err", action },
        { nodeId: "b", outcome: "failed", error: "exit 3", timeoutMs: 5 },
      ],
    });
  });
});
