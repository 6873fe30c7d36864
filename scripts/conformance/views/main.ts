import { parseArgs } from "node:util";
import { compareViews, writeViews } from "./files.ts";
import { expectedViews } from "./make.ts";

/** The command; returns its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { check: { type: "boolean", default: false } },
  });
  const { files, problems } = await expectedViews();
  for (const problem of problems) console.error(problem);
  if (!values.check) {
    writeViews(files);
    console.log(`${files.size} files with views`);
    return problems.length === 0 ? 0 : 1;
  }
  const differing = compareViews(files);
  for (const difference of differing) console.error(difference);
  if (differing.length > 0) {
    console.error("Run `node scripts/conformance/views.ts` to write the views again.");
  }
  return problems.length + differing.length === 0 ? 0 : 1;
}
