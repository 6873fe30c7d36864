import { createHash } from "node:crypto";
import type { Hasher } from "../source/source.ts";

/** Node's own SHA-256. */
export function nodeSha256(): Hasher {
  const hash = createHash("sha256");
  return {
    update: (bytes) => void hash.update(bytes),
    hex: () => hash.digest("hex"),
  };
}
