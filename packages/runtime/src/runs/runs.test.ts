import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeHost } from "@flow-bundle/bundle/node";
import { expect, onTestFinished, test } from "vitest";
import { findRun, runPlaces } from "./find-run.ts";
import { readRunFacts } from "./run-facts.ts";
import { flowRunsBaseDir } from "./runs-folder.ts";

const fixtures = new URL("../../../../fixtures/", import.meta.url);

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "flow-runs-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) mkdirSync(join(folder, name), { recursive: true });
  return folder;
}

test("runs are folders whose name can be an id", () => {
  const folder = folderWith("b", "a", ".a.new", "B.1", "-x", "ü");
  writeFileSync(join(folder, "file"), "");
  writeFileSync(join(folder, ".a.lock"), "");
  symlinkSync("/", join(folder, "link"));
  expect(runPlaces(folder).map(({ id }) => id)).toEqual(["B.1", "a", "b"]);
  expect(runPlaces(join(folder, "nothing"))).toEqual([]);
});

test("an exact id wins over a longer one that begins with it", () => {
  const folder = folderWith("run", "run-2", "other");
  expect(findRun("run", folder, "/")).toEqual({ id: "run", path: join(folder, "run") });
  expect(findRun("o", folder, "/").id).toBe("other");
  expect(() => findRun("r", folder, "/")).toThrow("2 runs begin with r");
  expect(() => findRun("", folder, "/")).toThrow('There is no run ""');
});

test("many candidates are not all listed", () => {
  const folder = folderWith(...Array.from({ length: 15 }, (_, index) => `run-${index + 10}`));
  expect(() => findRun("run", folder, "/")).toThrow(/^15 runs [\s\S]*run-19\n {2}and 5 more$/);
});

test("a folder here is found when no run has that name, and never through a link", () => {
  const runs = folderWith("same", "inside");
  const here = folderWith("same", "mine", "other");
  for (const name of ["same", "mine"]) writeFileSync(join(here, name, "manifest.json"), "{}");
  expect(findRun("mine", runs, here).path).toBe(join(here, "mine"));
  expect(findRun("same", runs, here).path).toBe(join(runs, "same"));
  expect(findRun("./same", runs, here).path).toBe(join(here, "same"));
  expect(() => findRun("./other", runs, here)).toThrow(
    "is no run: there is no manifest.json in it",
  );
  symlinkSync(here, join(runs, "trick"));
  expect(() => findRun("trick", runs, here)).toThrow("is a symbolic link in the runs folder");
  expect(() => findRun("tric", runs, here)).toThrow('There is no run "tric"');
  expect(() => findRun("same/../../x", runs, here)).toThrow("does not exist");
});

test("how a run stands", async () => {
  const facts = (path: string) =>
    readRunFacts(nodeHost(), { id: "x", path: new URL(path, fixtures).pathname });
  expect(await facts("valid/1.1-waiting")).toMatchObject({
    condition: "waiting",
    waitingOn: "approve",
  });
  expect(await facts("valid/1.1-running")).toMatchObject({ condition: "died", status: "running" });
  // Its writer takes no lock: nobody can tell.
  expect(await facts("third-party/acpx-0.19.1/kill9-shell")).toMatchObject({
    condition: "unknown",
    status: "running",
  });
  expect(await facts("invalid")).toMatchObject({
    condition: "broken",
    problem: expect.stringContaining("manifest.json"),
  });
});

test("the usual folder", () => {
  expect(flowRunsBaseDir("/home/me")).toBe(join("/home/me", ".flow-bundle", "runs"));
});
