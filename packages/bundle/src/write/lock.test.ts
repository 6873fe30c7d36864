import { describe, expect, it } from "vitest";
import { Disk, MemoryHost } from "../testing/memory-host.ts";
import { path, begin, codeOf, run } from "../testing/writing.ts";
import { createBundle } from "./create.ts";
import { lockOf } from "./lock.ts";
import { openBundleForAppend } from "./open.ts";

describe("the lock", () => {
  it("lets one process write, and is taken over from a dead one", async () => {
    const disk = new Disk();
    const first = new MemoryHost(disk, 1);
    const writer = await begin(first);
    await expect(openBundleForAppend(new MemoryHost(disk, 2), path)).rejects.toMatchObject({
      code: "locked",
      holder: { pid: 1 },
    });
    expect(await codeOf(begin(new MemoryHost(disk, 2)))).toBe("locked");
    first.die();
    await writer.close().catch(() => undefined);
    const [one, other] = await Promise.allSettled(
      [3, 4].map((pid) => openBundleForAppend(new MemoryHost(disk, pid), path)),
    );
    expect([one?.status, other?.status].toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("can be looked at", async () => {
    const disk = new Disk();
    const host = new MemoryHost(disk, 1);
    const writer = await begin(host);
    const watcher = new MemoryHost(disk, 2);
    expect(await lockOf(watcher, path)).toMatchObject({
      holder: { pid: 1 },
      life: "alive",
      path: "/runs/.r1.lock",
    });
    host.die();
    expect(await lockOf(watcher, path)).toMatchObject({ life: "dead" });
    await writer.close().catch(() => undefined);
    const again = await openBundleForAppend(watcher, path);
    await again.close();
    expect(await lockOf(watcher, path)).toBeUndefined();
  });

  it("of another machine is not taken over, and the message says what to do", async () => {
    const disk = new Disk();
    await begin(new MemoryHost(disk, 1));
    const lock = disk.files.get("/runs/.r1.lock");
    const moved = Buffer.from(lock?.bytes() ?? [])
      .toString()
      .replace("here", "elsewhere");
    lock?.truncate(0);
    lock?.append(Buffer.from(moved));
    const opening = openBundleForAppend(new MemoryHost(disk, 2), path);
    await expect(opening).rejects.toThrow("remove /runs/.r1.lock");
  });

  it("is given back when a bundle cannot be made", async () => {
    const disk = new Disk();
    const writer = await begin(new MemoryHost(disk, 1));
    await writer.close();
    expect(await codeOf(begin(new MemoryHost(disk, 1)))).toBe("exists");
    const bad = { ...run, runId: "r2", producer: { name: "", version: "" } };
    expect(await codeOf(createBundle(new MemoryHost(disk, 1), "/runs", bad))).toBe("refused");
    expect(disk.beside()).toEqual([]);
  });
});
