import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, listFiles, readJson } from "../../lib/files.ts";
import type { Problem, SyncCheck } from "../../lib/problem.ts";

/** The file that holds the digests of released versions: `{version: {file: sha256}}`. */
export const releasedFile = "spec/released.json";

/** Digests of the files of one version, by path below its folder. */
export type Digests = Readonly<Record<string, string>>;

/** A released folder is frozen: its files are those that were released, byte for byte. */
export const released: SyncCheck = {
  name: "released",
  claim: "released schema folders are as they were released",
  run(root) {
    if (!existsSync(join(root, releasedFile))) return [];
    const versions = readJson(root, releasedFile);
    if (!isObject(versions)) return [unusable("not an object")];
    return Object.entries(versions).flatMap(([version, digests]) =>
      isObject(digests)
        ? compare(version, digests, digestsOf(root, version))
        : [unusable(`the entry of ${version} is not an object`)],
    );
  },
};

/** The digests of a version's folder as it is now; see {@link released}. */
export function digestsOf(root: string, version: string): Digests {
  const folder = `spec/${version}`;
  return Object.fromEntries(
    listFiles(root, folder).map((file) => [
      file.slice(folder.length + 1),
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest("hex"),
    ]),
  );
}

function compare(
  version: string,
  frozen: Readonly<Record<string, unknown>>,
  now: Digests,
): Problem[] {
  const files = new Set([...Object.keys(frozen), ...Object.keys(now)]);
  return [...files].toSorted().flatMap((file) => {
    if (frozen[file] === now[file]) return [];
    const what = !(file in now) ? "is missing" : file in frozen ? "was changed" : "was added";
    return [
      {
        file: `spec/${version}/${file}`,
        place: "",
        message: `${what}, but version ${version} is released and frozen`,
        remedy: "Undo it, and make the change in the next minor version.",
      },
    ];
  });
}

function unusable(why: string): Problem {
  return {
    file: releasedFile,
    place: "",
    message: `cannot be used: ${why}`,
    remedy:
      "Expected is {version: {file: sha256}}; it is written by pnpm lint:schema --freeze VERSION.",
  };
}
