// pnpm lint:schema [--only CHECK...] [--freeze VERSION]: the format, and all that speaks of it, agree.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runChecks } from "../lib/run-checks.ts";
import { checks } from "./checks/all.ts";
import { freeze } from "./freeze.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, freeze: { type: "string" } },
});

if (values.freeze === undefined) {
  process.exitCode = await runChecks(checks, root, values.only);
} else {
  freeze(root, values.freeze);
  console.log(`spec/${values.freeze} is frozen.`);
}
