import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

const good = "fixtures/third-party/acpx-0.19.1/api-string";

/** The entries that the command has put into a cache. */
function entries(cache: string): string[] {
  return readdirSync(cache, { recursive: true, encoding: "utf8" })
    .filter((path) => basename(path).startsWith("bundle-validate-"))
    .map((path) => join(cache, path));
}

async function check(cache: string, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await runCommand(args.length > 0 ? args : [good], {
    env: { NODE_COMPILE_CACHE: cache },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}

test("a check keeps what was compiled", async () => {
  const cache = temporaryFolder();
  await check(cache);
  const names = entries(cache).map((path) => /^bundle-validate-([a-z]+)/.exec(basename(path))?.[1]);
  expect(names.toSorted()).toEqual(["main", "validators"]);
  const written = entries(cache).map((file) => statSync(file).mtimeMs);
  await check(cache);
  expect(entries(cache).map((file) => statSync(file).mtimeMs)).toEqual(written);
});

test.skipIf(process.platform === "win32")("for its owner only", async () => {
  const cache = temporaryFolder();
  await check(cache);
  expect(entries(cache).map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
});

test("what compiles hardly anything keeps nothing", async () => {
  const cache = temporaryFolder();
  await check(cache, "--version");
  expect(entries(cache)).toEqual([]);
});

test("an entry that is no code is replaced", async () => {
  const cache = temporaryFolder();
  await check(cache);
  const [file = ""] = entries(cache);
  writeFileSync(file, "nonsense");
  await check(cache);
  expect(readFileSync(file).length).toBeGreaterThan(1000);
});

test.skipIf(process.platform === "win32")(
  "an entry that others could have written is not used",
  async () => {
    const cache = temporaryFolder();
    await check(cache);
    const before = entries(cache);
    for (const file of before) chmodSync(file, 0o622);
    await check(cache);
    for (const file of before) expect(statSync(file).mode & 0o077).toBe(0);
  },
);

test("NODE_DISABLE_COMPILE_CACHE is respected", async () => {
  const cache = temporaryFolder();
  const env = { NODE_COMPILE_CACHE: cache, NODE_DISABLE_COMPILE_CACHE: "1" };
  expect((await runCommand([good], { env })).code).toBe(0);
  expect(entries(cache)).toEqual([]);
});
