import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatMessage } from "publint/utils";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inRoot } from "../lib/process.mjs";
import { packAll, publishedFolders, readManifest } from "./pack.mjs";
import { Project } from "./project.mjs";

const published = publishedFolders().map((folder) => ({
  folder,
  name: String(readManifest(inRoot(folder)).name),
}));

let tarballs: string;
let project: Project;

beforeAll(() => {
  tarballs = mkdtempSync(join(tmpdir(), "flow-run-bundle-tarballs-"));
  project = new Project(packAll(tarballs));
}, 120_000);

afterAll(() => {
  project?.remove();
  rmSync(tarballs, { recursive: true, force: true });
});

test("an empty project gets our packages and nothing else", () => {
  expect(project.packages().toSorted()).toEqual(published.map(({ name }) => name).toSorted());
  const others = readdirSync(join(project.folder, "node_modules")).filter(
    (name) => !name.startsWith("."),
  );
  expect(others).toEqual(["@flow-bundle"]);
});

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

describe("bundle-validate in the project", () => {
  test("accepts a golden bundle", () => {
    const { code, output } = project.run("npx --no -- bundle-validate run");
    expect(code, output).toBe(0);
  });

  test("rejects a damaged one", () => {
    const manifest = join(project.folder, "run", "manifest.json");
    const text = readFileSync(manifest, "utf8");
    writeFileSync(manifest, text.replace('"runId"', '"run_id"'));
    const { code, output } = project.run("npx --no -- bundle-validate run");
    writeFileSync(manifest, text);
    expect(code, output).toBe(1);
    expect(output).toContain("runId");
  });

  test("explains its rules without the repository", () => {
    const { code, stdout } = project.run("npx --no -- bundle-validate --explain trace/seq");
    expect(code).toBe(0);
    expect(stdout).toContain("seq");
  });
});
