import { join } from "node:path";
import { type GeneratedFile, readSchemas, type Schema, versions } from "./spec.ts";

/**
 * One file per version that holds every schema of the version. It asserts nothing itself: refer to a schema by its
 * `$id`, such as `urn:flow-run-bundle:1.1:manifest`.
 */
export function generateBundled(spec: string): GeneratedFile[] {
  return versions.map((version) => {
    const bundled: Schema = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `urn:flow-run-bundle:${version}:bundled`,
      title: `Flow run bundle ${version}`,
      description: `Every schema of version ${version} in one file. It asserts nothing itself: refer to a schema by its $id, such as urn:flow-run-bundle:${version}:manifest.`,
      $defs: Object.fromEntries(readSchemas(spec, version)),
    };
    return {
      path: join("spec", version, "bundled.schema.json"),
      text: `${JSON.stringify(bundled, null, 2)}\n`,
    };
  });
}
