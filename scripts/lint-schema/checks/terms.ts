import { ownKeys } from "../keys/all.ts";
import type { SyncCheck } from "../../lib/problem.ts";
import settings from "../terms.json" with { type: "json" };

const words = new Map(Object.entries(settings.words));
const keys = new Map(Object.entries(settings.keys));

/** Our keys use the terms of the format; `terms.json` lists the wrong ones, with the right name of each. */
export const terms: SyncCheck = {
  name: "terms",
  claim: "our own keys use the terms of the format",
  run(root) {
    return ownKeys(root).flatMap(({ key, file, place }) => {
      const instead = keys.get(key) ?? wrongWord(key);
      if (instead === undefined) return [];
      return [
        {
          file,
          place,
          message: `the key "${key}" is a term that the format does not use`,
          remedy: `The right name: ${instead}.`,
        },
      ];
    });
  },
};

/** What to say instead of a word inside the key (`kind` in `nodeKind` and `node_kind`). */
function wrongWord(key: string): string | undefined {
  const parts = key
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return parts.map((part) => words.get(part)).find((instead) => instead !== undefined);
}
