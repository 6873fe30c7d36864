// pnpm generate [--check]: makes everything that is derived from spec/.
import { main } from "./generate/main.ts";
import { root } from "./generate/spec.ts";

process.exitCode = await main(process.argv.slice(2), root, (line) => console.log(line));
