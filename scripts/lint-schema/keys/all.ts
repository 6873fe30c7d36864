import { codeKeys } from "./code.ts";
import { documentKeys } from "./documents.ts";
import { exampleKeys } from "./examples.ts";
import type { OwnKey } from "./key.ts";
import { schemaKeys } from "./schemas.ts";
import { typeKeys } from "./types.ts";

/** Our own keys wherever they are spelled; each key once per file. */
export function ownKeys(root: string): OwnKey[] {
  const seen = new Set<string>();
  return [schemaKeys, typeKeys, documentKeys, exampleKeys, codeKeys]
    .flatMap((keys) => keys(root))
    .filter(({ file, key }) => {
      const id = `${file}\n${key}`;
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
}
