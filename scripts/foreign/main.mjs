// pnpm test:foreign [-- VITEST OPTIONS...]: runs the examples in other languages against the suite and our own reader.
import "../lib/node-version.mjs";
import { prepare } from "../lib/prepare.mjs";
import { inRoot, runNode } from "../lib/process.mjs";
import { provideTools } from "./tools.mjs";

const problem = provideTools();
if (problem !== undefined) {
  console.error(problem);
  process.exit(2);
}
prepare();
console.error("• vitest run, other languages");
process.exitCode = runNode(inRoot("node_modules", "vitest", "vitest.mjs"), [
  "run",
  "--config",
  inRoot("vitest.foreign.config.ts"),
  ...process.argv.slice(2).filter((argument) => argument !== "--"),
]);
