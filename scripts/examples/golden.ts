/**
 * Makes the golden bundles of the examples, `fixtures/runs`, by running them. `node scripts/examples/golden.ts` writes
 * them; with `--check` it compares, as often as `--times` says, and exits with 1 when a byte differs. Names choose.
 */
import { parseArgs } from "node:util";
import { compareFolder, writeFolder } from "../fixtures/builder/folder.ts";
import { examples } from "./flows/examples.ts";
import { recordExamples } from "./flows/record.ts";

const { values, positionals } = parseArgs({
  options: { check: { type: "boolean", default: false }, times: { type: "string", default: "1" } },
  allowPositionals: true,
});
const all = examples.map(({ name }) => name);
const unknown = positionals.find((name) => !all.includes(name));
if (unknown !== undefined) throw new Error(`There is no example ${unknown}: ${all.join(", ")}`);
const names = positionals.length === 0 ? all : positionals;

const differences: string[] = [];
for (let time = 1; time <= Number(values.times); time++) {
  for (const [name, files] of await recordExamples(names)) {
    if (values.check) differences.push(...(await compareFolder(`runs/${name}`, files)));
    else await writeFolder(`runs/${name}`, files);
  }
}
if (differences.length > 0) {
  for (const difference of differences) console.error(difference);
  console.error("Run `node scripts/examples/golden.ts` to make the golden bundles again.");
  process.exitCode = 1;
}
