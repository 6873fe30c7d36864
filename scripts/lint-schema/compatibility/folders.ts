import { basename } from "node:path";
import { isObject, listFiles, readJson } from "../../lib/files.ts";
import type { Problem } from "../../lib/problem.ts";
import { compareSchemas } from "./compare.ts";
import type { JsonSchema, SchemaFolder } from "./schema.ts";

/** Problems of a reader that knows the schemas of `before` and meets documents of `after`. */
export function compareFolders(root: string, before: string, after: string): Problem[] {
  const old = readFolder(root, before);
  const next = readFolder(root, after);
  const problems: Problem[] = [];
  for (const [file, schema] of old.files) {
    const successor = next.files.get(file);
    if (successor === undefined) {
      problems.push({
        file: `spec/${after}`,
        place: "",
        message: `${file} of version ${before} has no successor`,
        remedy:
          "Keep the schema: a minor version neither drops nor renames a document or an event type.",
      });
      continue;
    }
    const from = { schema, folder: old, document: schema };
    const to = { schema: successor, folder: next, document: successor };
    compareSchemas(from, to, (place, difference) =>
      problems.push({
        file: `spec/${after}/${file}`,
        place: place || "the whole",
        message: `a reader of ${before} could not read this: ${difference}`,
        remedy: `Keep what ${before} says; a minor version adds fields, adds event types and narrows what is written.`,
      }),
    );
  }
  return problems;
}

function readFolder(root: string, version: string): SchemaFolder {
  const folder = `spec/${version}`;
  const files = new Map<string, JsonSchema>();
  const byId = new Map<string, JsonSchema>();
  for (const path of listFiles(root, folder, "**/*.schema.json")) {
    if (basename(path) === "bundled.schema.json") continue;
    const schema = readJson(root, path);
    if (!isObject(schema)) continue;
    files.set(path.slice(folder.length + 1), schema);
    if (typeof schema["$id"] === "string") byId.set(schema["$id"], schema);
  }
  return { files, byId };
}
