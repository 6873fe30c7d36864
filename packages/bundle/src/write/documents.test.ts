import { describe, expect, it } from "vitest";
import { toDocument } from "../seal/serialise.ts";
import { MemoryHost } from "../testing/memory-host.ts";
import { begin, codeOf, complete, end, path, start, textOf } from "../testing/writing.ts";
import { openBundleForAppend } from "./open.ts";
import { recoverBundle } from "./recover.ts";

/** A run that waits at its first attempt. */
async function beginWaiting(host: MemoryHost) {
  const writer = await begin(host);
  await start(writer, "c#1", "c", "checkpoint");
  await end(writer, "c#1", {}, "c", "checkpoint");
  const payload = { status: "waiting" as const, waitingOn: "c", attemptId: "c#1" };
  await writer.append({ type: "run_waiting", payload });
  return writer;
}

describe("projections", () => {
  it("are written now and then, not for each event", async () => {
    const host = new MemoryHost();
    const writer = await begin(host);
    for (let i = 1; i <= 1000; i++) {
      await start(writer, `n#${i}`);
      await end(writer, `n#${i}`, { outputInline: { next: "n" } });
      await host.advance(2);
    }
    await complete(writer);
    await writer.close();
    const writes = host.calls.filter(
      ({ name, path }) => name === "rename" && path.endsWith("run.json"),
    );
    // 2 s of run, a write every 250 ms at most, and the last one.
    expect(writes.length).toBeGreaterThan(2);
    expect(writes.length).toBeLessThanOrEqual(2000 / 250 + 2);
    const { steps, upToSeq } = JSON.parse(await textOf(host, "projections/run.json"));
    expect(upToSeq).toBe(2002);
    expect(steps).toEqual(JSON.parse(await textOf(host, "projections/steps.json")));
  });

  it("are written in parts when they are long, and read as if they were not", async () => {
    const host = new MemoryHost();
    const writer = await begin(host);
    for (let i = 1; i <= 1000; i++) {
      await start(writer, `n#${i}`);
      await end(writer, `n#${i}`, { outputInline: { next: "n" } });
    }
    await complete(writer);
    await writer.close();
    for (const file of ["projections/steps.json", "projections/run.json"]) {
      const text = await textOf(host, file);
      expect(text).toBe(toDocument(JSON.parse(text)));
      expect(text.length).toBeGreaterThan(300_000);
    }
    expect(Math.max(...host.calls.map(({ bytes }) => bytes))).toBeLessThan(140_000);
  });

  it("cost what grows linearly with the run", async () => {
    const bytes = async (count: number) => {
      const host = new MemoryHost();
      host.bytesPerMs = 1000;
      const writer = await begin(host);
      for (let i = 1; i <= count; i++) {
        await start(writer, `n#${i}`);
        await end(writer, `n#${i}`, { outputInline: { next: "n" } });
        await host.advance(20);
      }
      await complete(writer);
      await writer.close();
      return host.calls.reduce((sum, call) => sum + call.bytes, 0);
    };
    const [few, many] = [await bytes(200), await bytes(2000)];
    expect(many / few).toBeLessThan(12);
  });

  it("never lag behind a run that waits", async () => {
    const host = new MemoryHost();
    const writer = await beginWaiting(host);
    const status = async () => JSON.parse(await textOf(host, "manifest.json")).status;
    expect(await status()).toBe("waiting");
    expect(JSON.parse(await textOf(host, "projections/run.json")).upToSeq).toBe(4);
    await writer.close();
    expect(await recoverBundle(host, path)).toEqual({ status: "waiting", wasFinished: false });

    let again = await openBundleForAppend(host, path);
    expect(again.state.waitingOn).toBe("c");
    const answer = await again.artifact("an answer");
    expect(await status()).toBe("running");
    await again.close();
    expect(await status()).toBe("waiting");
    expect(host.calls.at(-1)?.name).toBe("remove");
    expect(await textOf(host, answer.path)).toBe("");
    again = await openBundleForAppend(host, path);
    expect(await codeOf(start(again, "n#1"))).toBe("refused");
    const resumed = { status: "running" as const, cause: "input" as const, outputInline: 7 };
    await again.append({ type: "run_resumed", payload: resumed });
    expect(await status()).toBe("running");
    await complete(again);
    await again.close();
    expect(JSON.parse(await textOf(host, "projections/steps.json"))[0].output).toBe(7);
    expect(await codeOf(openBundleForAppend(host, path))).toBe("finished");
    expect(await recoverBundle(host, path)).toEqual({ status: "completed", wasFinished: true });
  });

  it("do not say again that a run waits which goes on", async () => {
    const host = new MemoryHost();
    const writer = await beginWaiting(host);
    await writer.close();

    const manifests: string[] = [];
    const { files } = host;
    const watched = {
      ...files,
      async rename(from: string, to: string) {
        await files.rename(from, to);
        if (to.endsWith("manifest.json")) {
          manifests.push(JSON.parse(await textOf(host, "manifest.json")).status);
        }
      },
    };
    Object.defineProperty(host, "files", { value: watched });
    const again = await openBundleForAppend(host, path);
    // The write that opening asked for begins while the run goes on.
    const due = host.advance(1000);
    const answer = again.artifact("an answer");
    const late = host.advance(1000);
    const resumed = { status: "running" as const, cause: "input" as const, outputInline: 7 };
    const appended = again.append({ type: "run_resumed", payload: resumed });
    await Promise.all([due, answer, late, appended]);
    await host.advance(1000);
    await complete(again);
    await again.close();
    expect(manifests.slice(manifests.indexOf("running"))).not.toContain("waiting");
    expect(manifests).toContain("running");
  });
});
