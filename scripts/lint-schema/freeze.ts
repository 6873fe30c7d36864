import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestsOf, releasedFile } from "./checks/released.ts";
import { isObject, listVersions, readJson } from "../lib/files.ts";

/**
 * Records the digests of a version's folder, so that it is frozen from now on.
 *
 * @throws Error when there is no such version, or when it is frozen already
 */
export function freeze(root: string, version: string): void {
  if (!listVersions(root).includes(version)) throw new Error(`there is no folder spec/${version}`);
  const known = existsSync(join(root, releasedFile)) ? readJson(root, releasedFile) : {};
  const versions = isObject(known) ? known : {};
  if (Object.hasOwn(versions, version)) throw new Error(`version ${version} is frozen already`);
  const text = JSON.stringify({ ...versions, [version]: digestsOf(root, version) }, null, 2);
  writeFileSync(join(root, releasedFile), `${text}\n`);
}
