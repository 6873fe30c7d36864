// pnpm test:browser [-- VITEST OPTIONS...]: the viewer in a real browser. Screenshots are written to .tmp/screenshots.
import "../lib/node-version.mjs";
import { prepare } from "../lib/prepare.mjs";
import { inRoot, runNode } from "../lib/process.mjs";
import { provideBrowser } from "./chromium.mjs";

const problem = provideBrowser();
if (problem !== undefined) {
  console.error(problem);
  process.exit(2);
}
prepare();
console.error("• vitest run, in a browser");
process.exitCode = runNode(inRoot("node_modules", "vitest", "vitest.mjs"), [
  "run",
  "--config",
  inRoot("vitest.browser.config.ts"),
  ...process.argv.slice(2).filter((argument) => argument !== "--"),
]);
