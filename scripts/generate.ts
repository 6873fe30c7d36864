// Makes everything that is derived from spec/. With --check it only tells what is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateAll } from "./generate/all.ts";
import { root } from "./generate/spec.ts";

const check = process.argv.includes("--check");
const stale: string[] = [];
for (const { path, text } of await generateAll(join(root, "spec"))) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
if (check && stale.length > 0) {
  console.error(`Stale, run \`pnpm generate\`:\n${stale.map((path) => `  ${path}\n`).join("")}`);
  process.exitCode = 1;
} else {
  console.log(check ? "Generated files are up to date." : `Generated files: ${stale.length} changed.`);
}
