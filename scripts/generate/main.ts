import { join } from "node:path";
import { generateAll } from "./all.ts";
import { stalePaths, writeFiles } from "./write.ts";

/**
 * Makes everything that is derived from the specification in a repository. With `--check` it writes nothing, names what
 * is stale and returns 1.
 */
export async function main(
  args: readonly string[],
  root: string,
  say: (line: string) => void,
): Promise<number> {
  const unknown = args.filter((arg) => arg !== "--check" && arg !== "--");
  if (unknown.length > 0) {
    say(`Unknown option ${unknown[0]}; the only one is --check.`);
    return 2;
  }
  const files = await generateAll(join(root, "spec"));
  if (!args.includes("--check")) {
    say(`${files.length} generated files, ${writeFiles(root, files)} of them changed.`);
    return 0;
  }
  const stale = stalePaths(root, files);
  if (stale.length === 0) {
    say(`${files.length} generated files are up to date.`);
    return 0;
  }
  say(`Stale; \`pnpm generate\` makes them anew:`);
  for (const path of stale) say(`  ${path}`);
  return 1;
}
