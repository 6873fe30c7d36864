import { describe, expect, it } from "vitest";
import { Disk, MemoryHost } from "../testing/memory-host.ts";
import { begin, binding, codeOf, complete, end, start, textOf } from "../testing/writing.ts";
import type { BundleWriter } from "./bundle-writer.ts";

describe("append", () => {
  it("writes concurrent events in the order of the calls", async () => {
    const host = new MemoryHost();
    const writer = await begin(host);
    const beat = (i: number) => writer.append({ type: "x_beat", scope: "run", payload: { i } });
    const events = await Promise.all(Array.from({ length: 100 }, (_, i) => beat(i)));
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, i) => i + 2));
    const lines = (await textOf(host, "trace.ndjson")).split("\n").slice(1, -1);
    expect(lines.map((line) => JSON.parse(line).payload.i)).toEqual(events.map((_, i) => i));
    expect(
      host.calls.filter(({ name, path }) => name === "write" && path.endsWith("trace.ndjson")),
    ).toHaveLength(101);
  });

  it("does not keep what it was handed", async () => {
    const writer = await begin();
    await start(writer, "n#1");
    const output = { list: [1] };
    await end(writer, "n#1", { outputInline: output });
    output.list.push(2);
    expect(writer.state.node("n")?.lastOk?.output).toEqual({ inline: { list: [1] } });
  });

  it("clamps a clock that steps back, and computes durations from what it wrote", async () => {
    const host = new MemoryHost();
    const writer = await begin(host);
    const started = await start(writer, "n#1");
    host.time -= 60_000;
    const ended = await end(writer, "n#1");
    expect(ended.at).toBe(started.at);
    expect(ended.payload).toMatchObject({ durationMs: 0 });
  });

  it("replaces lone surrogates, and cuts long texts between characters", async () => {
    const host = new MemoryHost();
    const writer = await begin(host);
    await start(writer, "n#1");
    const statusDetail = `\ud800${"é".repeat(9000)}`;
    const payload = { statusDetail };
    const beat = await writer.append({
      type: "node_heartbeat",
      nodeId: "n",
      attemptId: "n#1",
      payload,
    });
    const text = (beat.payload as { statusDetail: string }).statusDetail;
    expect(text).toMatch(/^\ufffdé+…$/);
    expect(Buffer.byteLength(text)).toBeGreaterThan(16 * 1024 - 3);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16 * 1024);
  });

  it("keeps the whole of a long error in an artifact", async () => {
    const host = new MemoryHost();
    const writer = await begin(host);
    await start(writer, "n#1");
    const error = "x".repeat(20_000);
    await end(writer, "n#1", { outcome: "failed", error });
    const { errorArtifact } = writer.state.attempt("n#1")?.receipts ?? {};
    expect(await textOf(host, errorArtifact?.path ?? "")).toBe(error);
    expect(writer.state.artifact(errorArtifact?.path ?? "")?.firstSeq).toBe(3);
    await writer.append({ type: "run_failed", payload: { status: "failed", error } });
    await writer.close();
  });

  it.each<[string, (writer: BundleWriter) => Promise<unknown>]>([
    [
      "a deep value",
      (writer) => end(writer, "n#1", { outputInline: JSON.parse("[".repeat(63) + "]".repeat(63)) }),
    ],
    ["a number out of range", (writer) => end(writer, "n#1", { outputInline: 2 ** 60 })],
    ["a line over 1 MiB", (writer) => end(writer, "n#1", { outputInline: "x".repeat(2 ** 20) })],
    ["a broken payload", (writer) => end(writer, "n#1", { outcome: "fine" })],
    ["an error on an ok outcome", (writer) => end(writer, "n#1", { error: "no" })],
    [
      "an artifact that is not there",
      (writer) =>
        end(writer, "n#1", {
          outputArtifact: {
            path: `artifacts/sha256-${"0".repeat(64)}.txt`,
            mediaType: "text/plain",
            bytes: 1,
            sha256: "0".repeat(64),
          },
        }),
    ],
    ["a value without JSON", (writer) => end(writer, "n#1", { outputInline: 1n })],
    ["a text that is no JSON", (writer) => writer.artifact("{", { mediaType: "application/json" })],
    [
      "bytes that are no text",
      (writer) => writer.artifact(new Uint8Array([255]), { mediaType: "text/plain" }),
    ],
    [
      "keys that become the same",
      (writer) => writer.artifact({ json: { "\ud800": 1, "\ud801": 2 } }),
    ],
    ["nothing", (writer) => writer.artifact({ json: undefined })],
    [
      "a session with a bad id",
      (writer) => writer.session({ binding: { ...binding, bundleId: "../x" } }),
    ],
    [
      "a session with a broken binding",
      (writer) => writer.session({ binding: { ...binding, cwd: 7 } as never }),
    ],
    ["another attempt", (writer) => end(writer, "n#2")],
    ["a second open attempt", (writer) => start(writer, "n#2")],
    ["an end while an attempt is open", complete],
    [
      "a long name",
      (writer) =>
        writer.append({
          type: "node_heartbeat",
          nodeId: "n".repeat(5000),
          attemptId: "n#1",
          payload: {},
        }),
    ],
    [
      "waiting without a checkpoint",
      (writer) =>
        writer.append({
          type: "run_waiting",
          payload: { status: "waiting", waitingOn: "n", attemptId: "n#1" },
        }),
    ],
  ])("refuses %s, and goes on", async (_, act) => {
    const host = new MemoryHost();
    const writer = await begin(host);
    await start(writer, "n#1");
    const before = await textOf(host, "trace.ndjson");
    expect(await codeOf(act(writer))).toBe("refused");
    expect(await textOf(host, "trace.ndjson")).toBe(before);
    await end(writer, "n#1");
    await complete(writer);
    expect(await codeOf(start(writer, "n#2"))).toBe("refused");
    await writer.close();
    expect(await codeOf(start(writer, "n#2"))).toBe("closed");
  });
});

it("tells up to where the bundle is intact, and takes nothing more", async () => {
  const host = new MemoryHost(new Disk(), 1, { at: 60, fault: "lame" });
  const writer = await begin(host);
  const beat = () => writer.append({ type: "x_beat", scope: "run", payload: {} });
  let error: unknown;
  while (error === undefined)
    error = await beat().then(
      () => undefined,
      (cause: unknown) => cause,
    );
  expect(error).toMatchObject({ name: "BundleWriteError", code: "stopped" });
  expect(String(error)).toContain(`intact up to seq ${writer.state.upToSeq}`);
  await expect(writer.artifact("more")).rejects.toBe(error);
  await expect(beat()).rejects.toBe(error);
  await expect(writer.close()).rejects.toBe(error);
});
