import { existsSync } from "node:fs";
import { join } from "node:path";
import { isObject, listFiles, readJson, readText } from "../../lib/files.ts";
import type { Problem, SyncCheck } from "../../lib/problem.ts";

const page = "docs/dependencies.md";
const sections = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** Every dependency has its row in docs/dependencies.md: name, licence, reason. */
export const dependencies: SyncCheck = {
  name: "dependencies",
  claim: `${page} names every dependency with its licence and its reason`,
  run(root) {
    const rows = readRows(root);
    const used = usedDependencies(root);
    const problems: Problem[] = [];
    const report = (file: string, message: string, remedy: string): void => {
      problems.push({ file, place: "", message, remedy });
    };
    for (const [name, file] of used) {
      const row = rows.get(name);
      if (row === undefined)
        report(page, `${name} (${file}) is missing`, "Add a row: name, licence, reason.");
      else if (row.reason === "")
        report(page, `${name} has no reason`, "Say what it is needed for.");
      else if (row.licence !== (licenceOf(root, name) ?? row.licence)) {
        report(
          page,
          `the licence of ${name} is not ${row.licence}`,
          `Write ${licenceOf(root, name)}.`,
        );
      }
    }
    for (const name of rows.keys()) {
      if (!used.has(name)) report(page, `nothing depends on ${name}`, "Remove the row.");
    }
    return problems;
  },
};

/** Rows of tables whose first cell is a name in backquotes. */
function readRows(root: string): Map<string, { licence: string; reason: string }> {
  const rows = new Map<string, { licence: string; reason: string }>();
  if (!existsSync(join(root, page))) return rows;
  for (const line of readText(root, page).split("\n")) {
    const [, name, licence = "", reason = ""] =
      /^\|\s*`([^`]+)`\s*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|/.exec(line) ?? [];
    if (name !== undefined) rows.set(name, { licence, reason });
  }
  return rows;
}

/** Dependencies of any package.json, with the first that names them; our own packages are left out. */
function usedDependencies(root: string): Map<string, string> {
  const used = new Map<string, string>();
  const files = ["", "spec", "packages"].flatMap((folder) =>
    listFiles(root, folder, folder === "" ? "package.json" : "**/package.json"),
  );
  for (const file of new Set(files)) {
    const manifest = readJson(root, file);
    for (const section of sections) {
      const names = isObject(manifest) ? manifest[section] : undefined;
      for (const name of Object.keys(isObject(names) ? names : {})) {
        if (!name.startsWith("@flow-bundle/") && !used.has(name)) used.set(name, file);
      }
    }
  }
  return used;
}

/** The licence that the installed package states; undefined when it is not installed, or states none. */
function licenceOf(root: string, name: string): string | undefined {
  const file = `node_modules/${name}/package.json`;
  if (!existsSync(join(root, file))) return undefined;
  const manifest = readJson(root, file);
  const licence = isObject(manifest) ? manifest["license"] : undefined;
  return typeof licence === "string" ? licence : undefined;
}
