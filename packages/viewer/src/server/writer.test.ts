import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nodeHost } from "@flow-bundle/bundle/node";
import { Catalogue } from "./catalogue.ts";
import { writerOf } from "./writer.ts";

const fixtures = fileURLToPath(new URL("../../../../fixtures", import.meta.url));
const self = nodeHost().process;

let folder: string;
let bundle: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "viewer-writer-"));
  bundle = join(folder, "run");
  lock = join(folder, ".run.lock");
  cpSync(join(fixtures, "valid/1.1-running"), bundle, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a process that lives, one that has ended, one of another machine", async () => {
  writeFileSync(lock, JSON.stringify(self));
  expect(await writerOf(bundle)).toBe("alive");
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(lock, JSON.stringify({ ...self, pid }));
  expect(await writerOf(bundle)).toBe("none");
  writeFileSync(lock, JSON.stringify({ ...self, place: "another" }));
  expect(await writerOf(bundle)).toBe("unknown");
});

test("no lock: nobody writes, or, in version 1.0, nobody says", async () => {
  expect(await writerOf(bundle)).toBe("none");
  const other = join(fixtures, "third-party/acpx-0.19.1/running-in-shell");
  expect(await writerOf(other)).toBe("unknown");
  expect(await writerOf(join(folder, "missing"))).toBe("unknown");
});

test.skipIf(process.platform === "win32")("what is no lock is not read", async () => {
  mkdirSync(lock);
  expect(await writerOf(bundle)).toBe("unknown");
  rmSync(lock, { recursive: true });
  writeFileSync(join(folder, "elsewhere"), JSON.stringify(self));
  symlinkSync(join(folder, "elsewhere"), lock);
  expect(await writerOf(bundle)).toBe("unknown");
  rmSync(lock);
  expect(spawnSync("mkfifo", [lock]).status).toBe(0);
  expect(await writerOf(bundle)).toBe("unknown");
  rmSync(lock);
  writeFileSync(lock, " ".repeat(1_000_000));
  expect(await writerOf(bundle)).toBe("unknown");
});

test("the list says it of runs that have not ended", async () => {
  const { runs } = await new Catalogue([
    join(fixtures, "valid/1.1-running"),
    join(fixtures, "valid/1.1-waiting"),
    join(fixtures, "valid/1.1-shell"),
  ]).list();
  const said = new Map(runs.map(({ name, writer }) => [name, writer]));
  expect(said.get("1.1-running")).toBe("none");
  expect(said.get("1.1-waiting")).toBe("none");
  expect(said.get("1.1-shell")).toBeUndefined();
});
