import { compareFolders } from "../compatibility/folders.ts";
import { listVersions } from "../../lib/files.ts";
import type { SyncCheck } from "../../lib/problem.ts";

/** Whatever a minor version allows, a reader of the version before it can read. */
export const compatibility: SyncCheck = {
  name: "compatibility",
  claim: "readers of a minor version can read the next one",
  run(root) {
    const versions = listVersions(root);
    return versions.slice(1).flatMap((version, index) => {
      const before = versions[index] ?? version;
      return before.split(".")[0] === version.split(".")[0]
        ? compareFolders(root, before, version)
        : [];
    });
  },
};
