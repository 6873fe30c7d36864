import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { formatMessage } from "publint/utils";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inRoot } from "../lib/process.mjs";
import { packAll, publishedFolders, readManifest } from "./pack.mjs";
import { Project } from "./project.mjs";

interface Published {
  readonly folder: string;
  readonly name: string;
  /** Needs packages of others, or one of ours that does. */
  readonly hasOthers: boolean;
}

const manifests = new Map(
  publishedFolders().map((folder) => {
    const manifest = readManifest(inRoot(folder));
    return [String(manifest.name), { folder, manifest }];
  }),
);
const hasOthers = (name: string): boolean => {
  const manifest = manifests.get(name)?.manifest;
  return manifest === undefined || Object.keys(manifest.dependencies ?? {}).some(hasOthers);
};
const published: readonly Published[] = [...manifests].map(([name, { folder }]) => ({
  folder,
  name,
  hasOthers: hasOthers(name),
}));
const alone = published.filter((one) => !one.hasOthers).map(({ name }) => name);

let tarballs: string;
/** With all packages. */
let project: Project;
/** With those that need nothing of others. */
let bare: Project;

beforeAll(() => {
  tarballs = mkdtempSync(join(tmpdir(), "flow-run-bundle-tarballs-"));
  const all = packAll(tarballs);
  bare = new Project(
    all.filter((path) => alone.some((name) => isTarballOf(path, name))),
    { offline: true },
  );
  project = new Project(all);
}, 180_000);

/** Tarballs are named like `scope-name-1.0.0.tgz`. */
function isTarballOf(path: string, name: string): boolean {
  const start = name.replace("@", "").replace("/", "-");
  return basename(path).startsWith(`${start}-`);
}

afterAll(() => {
  project?.remove();
  bare?.remove();
  rmSync(tarballs, { recursive: true, force: true });
});

test("what reads bundles needs nothing of others", () => {
  expect(alone).toEqual(expect.arrayContaining(["spec", "schema", "bundle", "validator"].map(own)));
  expect(bare.packages().toSorted()).toEqual(alone.toSorted());
  const others = readdirSync(join(bare.folder, "node_modules")).filter(
    (name) => !name.startsWith("."),
  );
  expect(others).toEqual(["@flow-bundle"]);
});

test("an empty project gets all of our packages", () => {
  expect(project.packages().toSorted()).toEqual(published.map(({ name }) => name).toSorted());
});

function own(name: string): string {
  return `@flow-bundle/${name}`;
}

describe.each(published)("$name", ({ folder, name }) => {
  test("has its licence and its README", () => {
    for (const file of ["LICENSE", "README.md"]) {
      expect(existsSync(join(project.folderOf(name), file)), file).toBe(true);
    }
    expect(readManifest(project.folderOf(name)).license).toBe("MIT");
  });

  test("has no tests and no traces of the build", () => {
    const files = readdirSync(project.folderOf(name), { recursive: true, encoding: "utf8" });
    expect(
      files.filter((file) => /\.test\.|tsbuildinfo|(^|[\\/])testing([\\/]|$)/.test(file)),
    ).toEqual([]);
  });

  test("has every file that its exports name", () => {
    const { exports, bin = {} } = readManifest(project.folderOf(name));
    const targets = [...Object.values(exports as object), bin].flatMap((entry) =>
      typeof entry === "string" ? [entry] : Object.values(entry as Record<string, string>),
    );
    const missing = targets.filter(
      (target) => !target.includes("*") && !existsSync(join(project.folderOf(name), target)),
    );
    expect(missing).toEqual([]);
  });

  test("pleases publint", async () => {
    const pkg = readManifest(inRoot(folder));
    const { messages } = await publint({
      pkgDir: project.folderOf(name),
      pack: false,
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("exports exactly the names that are listed", async () => {
    const names = JSON.stringify(project.exportedNames(name), null, 2);
    // An export is a promise. To change the list: pnpm vitest run scripts/pack -u
    await expect(`${names}\n`).toMatchFileSnapshot(`exported-names/${name.split("/")[1]}.json`);
  });
});

describe("bundle-validate in a project without packages of others", () => {
  test("accepts a golden bundle", () => {
    const { code, output } = bare.run("npx --no -- bundle-validate run");
    expect(code, output).toBe(0);
  });

  test("rejects a damaged one", () => {
    const manifest = join(bare.folder, "run", "manifest.json");
    const text = readFileSync(manifest, "utf8");
    writeFileSync(manifest, text.replace('"runId"', '"run_id"'));
    const { code, output } = bare.run("npx --no -- bundle-validate run");
    writeFileSync(manifest, text);
    expect(code, output).toBe(1);
    expect(output).toContain("runId");
  });

  test("explains its rules without the repository", () => {
    const { code, stdout } = bare.run("npx --no -- bundle-validate --explain trace/seq");
    expect(code).toBe(0);
    expect(stdout).toContain("seq");
  });
});
