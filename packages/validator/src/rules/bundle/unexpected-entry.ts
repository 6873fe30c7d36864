import type { Rule } from "../../engine/rule.ts";
import { isTemporary } from "./temporary.ts";

const known: ReadonlySet<string> = new Set([
  "manifest.json",
  "flow.json",
  "trace.ndjson",
  "projections",
  "projections/run.json",
  "projections/live.json",
  "projections/steps.json",
  "sessions",
  "artifacts",
]);

const sessionFolder = /^sessions\/[^/]+$/;
const sessionFile = /^sessions\/[^/]+\/(?:binding\.json|record\.json|events\.ndjson)$/;
const artifactFile = /^artifacts\/[^/]+$/;

/** Notes what does not belong to the layout; readers ignore it. spec/text/layout.md#bundle-unexpected-entry. */
export const unexpectedEntry: Rule = {
  id: "bundle/unexpected-entry",
  needs: [],
  // With a seal, files of a writer's own are listed there, and seal/unlisted-file finds the others.
  applies: (ctx) => ctx.manifest?.seal === undefined,
  check(ctx, report) {
    const folders: string[] = [];
    for (const [file, { type }] of ctx.entries) {
      if (isExpected(file, type) || isTemporary(file) || (type !== "file" && type !== "directory"))
        continue;
      // An unknown folder is named once, without its content.
      if (folders.some((folder) => file.startsWith(folder))) continue;
      if (type === "directory") folders.push(`${file}/`);
      report({
        file,
        message: `The format knows no such ${type === "directory" ? "folder" : "file"} here; readers ignore it`,
      });
    }
  },
};

function isExpected(file: string, type: string): boolean {
  if (known.has(file)) return true;
  return type === "directory"
    ? sessionFolder.test(file)
    : sessionFile.test(file) || artifactFile.test(file);
}
