import { reportUnreadable } from "./documents.ts";
import type { Validation } from "./validation.ts";

/** Digests every file in artifacts/, each read once. */
export async function digestArtifacts(validation: Validation): Promise<void> {
  for (const [path, entry] of validation.entries) {
    if (entry.type !== "file" || !path.startsWith("artifacts/")) continue;
    try {
      const digest = await validation.source.digest(path);
      if (digest === undefined) continue;
      validation.artifactFiles.set(path, { path, ...digest });
      validation.progress(digest.bytes);
    } catch (error) {
      const ruleId = reportUnreadable(validation, path, error);
      validation.inputs.fail("artifacts", { ruleId, file: path });
    }
  }
}
