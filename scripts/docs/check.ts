// pnpm check:docs [--only CHECK...] [--write]: what the texts say is so. --write brings generated parts up to date.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runChecks } from "../lib/run-checks.ts";
import { dependencies } from "./checks/dependencies.ts";
import { examples } from "./checks/examples.ts";
import { flows } from "./checks/flows.ts";
import { links } from "./checks/links.ts";
import { programs } from "./checks/programs.ts";
import { requestMembers } from "./checks/request-members.ts";
import { requirements } from "./checks/requirements.ts";
import { rewriteTexts, upToDate } from "./checks/up-to-date.ts";
import { generatedSections } from "./rewrite/generated.ts";
import { sessions } from "./rewrite/sessions.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, write: { type: "boolean" } },
});
const rewriters = [generatedSections, sessions];

if (values.write === true) {
  for (const file of await rewriteTexts(root, rewriters)) console.log(`rewritten: ${file}`);
}
const checks = [
  links,
  examples,
  programs,
  flows,
  requirements,
  requestMembers,
  dependencies,
  ...rewriters.map(upToDate),
];
process.exitCode = await runChecks(checks, root, values.only);
