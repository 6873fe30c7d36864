import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requirementsFile, requirementsOf } from "./checks/released-requirements.ts";
import { digestsOf, releasedFile } from "./checks/released.ts";
import { isObject, listVersions, readJson } from "../lib/files.ts";

/**
 * Records the digests of a version's folder and the ids of its requirements, so that both are frozen from now on.
 *
 * @throws Error when there is no such version, or when it is frozen already
 */
export function freeze(root: string, version: string): void {
  if (!listVersions(root).includes(version)) throw new Error(`there is no folder spec/${version}`);
  const frozen = readVersions(root, releasedFile);
  if (Object.hasOwn(frozen, version)) throw new Error(`version ${version} is frozen already`);
  writeVersions(root, releasedFile, { ...frozen, [version]: digestsOf(root, version) });
  const requirements = readVersions(root, requirementsFile);
  writeVersions(root, requirementsFile, {
    ...requirements,
    [version]: requirementsOf(root, version),
  });
}

function readVersions(root: string, file: string): Readonly<Record<string, unknown>> {
  const known = existsSync(join(root, file)) ? readJson(root, file) : {};
  return isObject(known) ? known : {};
}

function writeVersions(root: string, file: string, versions: object): void {
  writeFileSync(join(root, file), `${JSON.stringify(versions, null, 2)}\n`);
}
