import { expect, test, vi } from "vitest";
import { Progress } from "./progress.ts";
import { testIo } from "./testing/io.ts";

test("short work shows nothing, long work a line that goes away", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  try {
    const { stderr, written } = testIo({ terminal: true });
    const progress = new Progress(stderr, 3);
    progress.update(0, 1024, 4096);
    vi.advanceTimersByTime(400);
    progress.update(0, 2048, 4096);
    expect(written.stderr).toBe("");
    vi.advanceTimersByTime(200);
    progress.finish(0);
    expect(written.stderr).toBe("\r\u001b[2Kchecking: 1 of 3 bundles, 4.0 KiB of 4.0 KiB");
    progress.update(1, 1024, 2048);
    vi.advanceTimersByTime(100);
    progress.update(1, 2048, 2048);
    expect(written.stderr.split("\r\u001b[2K")).toHaveLength(3);
    progress.clear();
    expect(written.stderr.endsWith("6.0 KiB of 6.0 KiB\r\u001b[2K")).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test("a line that was never shown is not cleared", () => {
  const { stderr, written } = testIo({ terminal: true });
  new Progress(stderr, 1).clear();
  expect(written.stderr).toBe("");
});
