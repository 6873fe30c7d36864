// npm start [-- PATH... OPTIONS...]: installs, builds, and runs bundle-validate.
import "./lib/node-version.mjs";
import { existsSync } from "node:fs";
import { prepare } from "./lib/prepare.mjs";
import { inRoot, root, runNode } from "./lib/process.mjs";

const golden = "fixtures/valid/1.1-acp-two-turn";

prepare();

const given = process.argv.slice(2);
const args = given.length > 0 ? given : [golden];
console.error(`• bundle-validate ${args.join(" ")}`);

// npm runs scripts in the repository; paths mean those of the folder where it was called.
const calledFrom = process.env["npm_lifecycle_event"] === "start" && process.env["INIT_CWD"];
const cwd = given.length > 0 && calledFrom && existsSync(calledFrom) ? calledFrom : root;
process.exitCode = runNode(inRoot("packages", "validator", "bin", "bundle-validate.js"), args, {
  cwd,
});
