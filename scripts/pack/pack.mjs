// node scripts/pack/pack.mjs FOLDER: packs every published package into FOLDER (pnpm build comes before).
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot, toolEnv } from "../lib/process.mjs";

/** Folders of the published packages, relative to the repository. */
export function publishedFolders() {
  return [
    "spec",
    "fixtures",
    ...readdirSync(inRoot("packages")).map((name) => `packages/${name}`),
  ].filter((folder) => readManifest(inRoot(folder)).private !== true);
}

/** The package.json in a folder. @param {string} folder */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/**
 * Packs the published packages as they would be published.
 *
 * @param {string} target folder for the tarballs; made when it is missing
 * @returns {string[]} paths of the tarballs
 */
export function packAll(target) {
  mkdirSync(target, { recursive: true });
  for (const folder of publishedFolders()) {
    const { status, stdout, stderr } = spawnSync(`pnpm pack --pack-destination "${target}"`, {
      cwd: inRoot(folder),
      env: toolEnv(),
      encoding: "utf8",
      shell: true,
    });
    if (status !== 0) throw new Error(`pnpm pack failed in ${folder}:\n${stdout}${stderr}`);
  }
  return readdirSync(target)
    .filter((name) => name.endsWith(".tgz"))
    .toSorted()
    .map((name) => join(target, name));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const tarball of packAll(resolve(process.argv[2] ?? ".tmp/tarballs"))) console.log(tarball);
}
