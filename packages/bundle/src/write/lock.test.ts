import { describe, expect, it } from "vitest";
import { Disk, MemoryHost } from "../testing/memory-host.ts";
import { path, begin, codeOf, run } from "../testing/writing.ts";
import { createBundle } from "./create.ts";
import { lockOf, takeLock } from "./lock.ts";
import type { HostFiles } from "./host.ts";
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

  it("is never had by two processes, however their calls come after each other", async () => {
    // Nobody has it where all die on the way.
    const most = { 0: 0, 1: 0 };
    for (let seed = 1; seed <= 400; seed++) {
      const disk = new Disk();
      await takeLock(new MemoryHost(disk, 1), "/runs", "r1");
      disk.alive.clear();
      const holders = await mostHolders(disk, seed);
      expect(holders, `seed ${seed}`).toBeLessThan(2);
      most[holders as 0 | 1]++;
    }
    expect(most[1]).toBeGreaterThan(390);
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

/**
 * Lets four processes take the lock of a dead one and give it back, their calls in an order that the seed decides; some
 * die meanwhile, and try again as another process. How many had the lock at the same time, at most.
 */
async function mostHolders(disk: Disk, seed: number): Promise<number> {
  const random = randomNumbers(seed);
  const waiting: (() => void)[] = [];
  const holders = new Set<MemoryHost>();
  let [most, names] = [0, 0];
  const randomHex = (digits: number) => (++names).toString(16).padStart(digits, "0");

  async function process(pid: number): Promise<void> {
    const host = new MemoryHost(disk, pid);
    const isMortal = random(3) === 0;
    const files = inTurns(host.files, async () => {
      await new Promise<void>((resolve) => void waiting.push(resolve));
      // Its calls come to nothing from then on, and it holds nothing.
      if (isMortal && random(12) === 0) {
        host.die();
        holders.delete(host);
      }
    });
    const lock = await takeLock(Object.assign(host, { files, randomHex }), "/runs", "r1").catch(
      () => undefined,
    );
    if (lock === undefined || !disk.alive.has(pid)) return;
    holders.add(host);
    most = Math.max(most, holders.size);
    await files.exists("/runs");
    holders.delete(host);
    await lock.release().catch(() => undefined);
  }

  async function processes(first: number): Promise<void> {
    for (let pid = first; pid < first + 30; pid += 10) await process(pid);
    running.delete(first);
  }

  const running = new Set([2, 3, 4, 5]);
  const all = [...running].map(processes);
  while (running.size > 0) {
    await new Promise((resolve) => void setImmediate(resolve));
    waiting.splice(random(waiting.length), 1)[0]?.();
  }
  await Promise.all(all);
  return most;
}

/** The same files; before each call `turn` is awaited. */
function inTurns(files: HostFiles, turn: () => Promise<void>): HostFiles {
  const each = Object.entries(files).map(([name, call]) => [
    name,
    async (...given: unknown[]) => {
      await turn();
      return (call as (...given: unknown[]) => unknown)(...given);
    },
  ]);
  return Object.fromEntries(each) as HostFiles;
}

/** Whole numbers below a limit, the same for the same seed. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
