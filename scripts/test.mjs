// npm test [-- VITEST OPTIONS...]: installs, builds, and runs the tests.
import "./lib/node-version.mjs";
import { prepare } from "./lib/prepare.mjs";
import { inRoot, runNode } from "./lib/process.mjs";

prepare();
console.error("• vitest run");
process.exitCode = runNode(inRoot("node_modules", "vitest", "vitest.mjs"), [
  "run",
  ...process.argv.slice(2),
]);
