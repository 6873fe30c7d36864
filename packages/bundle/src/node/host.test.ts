import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeHost } from "./host.ts";

const host = nodeHost();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "node-host-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("isAlive", () => {
  it("knows this process", () => {
    expect(host.isAlive(host.process)).toBe("alive");
  });

  it("knows one that has ended", () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    expect(host.isAlive({ ...host.process, pid })).toBe("dead");
  });

  it.runIf(process.platform === "linux")("knows one that only has the same id", () => {
    expect(host.isAlive({ ...host.process, startedAt: "another boot:1" })).toBe("dead");
  });

  it("does not guess about other machines, nor about a lock that cannot be read", () => {
    expect(host.isAlive({ ...host.process, place: "elsewhere" })).toBe("unknown");
    expect(host.isAlive({ ...host.process, pid: 0 })).toBe("unknown");
  });
});

describe.runIf(process.platform !== "win32")("files", () => {
  it("are for their user alone, and appended to at their end", async () => {
    const path = join(folder, "a");
    await expect(host.files.open(path, "append")).rejects.toMatchObject({ code: "ENOENT" });
    const file = await host.files.open(path, "append-or-new");
    await file.write(Buffer.from("one\n"));
    writeFileSync(path, "two\n", { flag: "a" });
    await file.write(Buffer.from("three\n"));
    expect(await file.size()).toBe(14);
    await file.truncate(8);
    await file.close();
    expect(readFileSync(path, "utf8")).toBe("one\ntwo\n");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await host.files.createFolder(join(folder, "b"));
    expect(statSync(join(folder, "b")).mode & 0o777).toBe(0o700);
  });

  it.each(["new", "append", "append-or-new"] as const)("follow no link (%s)", async (mode) => {
    writeFileSync(join(folder, "target"), "kept");
    symlinkSync("target", join(folder, "link"));
    await expect(host.files.open(join(folder, "link"), mode)).rejects.toMatchObject({
      code: "ELOOP",
    });
    expect(readFileSync(join(folder, "target"), "utf8")).toBe("kept");
  });

  it("get a second name only where there is none", async () => {
    writeFileSync(join(folder, "one"), "1");
    await host.files.link(join(folder, "one"), join(folder, "two"));
    expect(await host.files.readText(join(folder, "two"))).toBe("1");
    const again = host.files.link(join(folder, "one"), join(folder, "two"));
    await expect(again).rejects.toMatchObject({ code: "EEXIST" });
    expect(await host.files.readText(join(folder, "none"))).toBeUndefined();
  });
});

it("gives as many random digits as asked for", () => {
  expect(host.randomHex(7)).toMatch(/^[0-9a-f]{7}$/);
});
