import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { discover } from "./discover.ts";
import { temporaryFolder } from "./testing/temporary.ts";

const names = (paths: readonly string[]) => discover(paths).targets.map(({ name }) => name);
const messages = (paths: readonly string[]) =>
  discover(paths).failures.map(({ message }) => message);

test.each(["manifest.json", "trace.ndjson", "flow.json", "projections/run.json"])(
  "a folder with %s is a bundle",
  (file) => {
    const root = temporaryFolder({ [file]: "" });
    expect(names([`${root}/`])).toEqual([root]);
  },
);

test("a folder of bundles gives each of them, by name", () => {
  const root = temporaryFolder({
    "b/manifest.json": "",
    "a/trace.ndjson": "",
    "B/flow.json": "",
    "notes/x.txt": "",
    "manifest.txt": "",
    "deep/c/manifest.json": "",
  });
  expect(names([root])).toEqual(["B", "a", "b"].map((name) => `${root}/${name}`));
});

test("a bundle that is named twice is checked once", () => {
  const root = temporaryFolder({ "a/manifest.json": "", "b/manifest.json": "" });
  expect(names([join(root, "b"), root, `${root}/./a/`])).toEqual([join(root, "b"), `${root}/a`]);
});

test("links among the children are not followed, and that is said", () => {
  const root = temporaryFolder({ "a/manifest.json": "" });
  symlinkSync(join(root, "a"), join(root, "latest"));
  expect(discover([root])).toMatchObject({
    targets: [{ name: `${root}/a` }],
    notes: [`${root}: 1 symbolic link was not followed`],
  });
  expect(names([join(root, "latest")])).toEqual([join(root, "latest")]);
});

test("what is no bundle says so", () => {
  const root = temporaryFolder({
    "empty/": "",
    "a/projections/run.json": "",
    "a/manifest.json": "",
    "x.txt": "",
  });
  expect(messages([join(root, "nothing")])).toEqual(["does not exist"]);
  expect(messages([join(root, "empty")])).toEqual([
    expect.stringMatching(/^is no bundle, and none/),
  ]);
  const folder = join(root, "a");
  expect(messages([join(root, "a/manifest.json")])).toEqual([
    `is a file; give the folder of the bundle: ${folder}`,
  ]);
  expect(messages([join(root, "a/projections/run.json")])).toEqual([
    `is a file; give the folder of the bundle: ${folder}`,
  ]);
  expect(messages([join(root, "x.txt")])).toEqual(["is a file; give the folder of the bundle"]);
  expect(messages([join(root, "a/manifest.json/x")])).toEqual([
    "is a file; give the folder of the bundle",
  ]);
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
  "a folder that cannot be read",
  () => {
    const root = temporaryFolder({ "a/manifest.json": "" });
    chmodSync(join(root, "a"), 0);
    expect(discover([join(root, "a")]).failures).toMatchObject([{ exitCode: 3 }]);
    expect(names([root])).toEqual([`${root}/a`]);
    chmodSync(join(root, "a"), 0o700);
  },
);
