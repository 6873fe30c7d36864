import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The version of the validator that belongs to this checkout. */
export function ownVersion() {
  const manifest = new URL("../../packages/validator/package.json", import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

/**
 * Runs the published bundle-validate, with a node that it supports, whatever node the machine has.
 *
 * @param {string} version of @flow-bundle/validator: a version, a range or a tag
 * @param {readonly string[]} args
 * @returns {number} its exit code; 70 when it could not be run
 */
export function runPublished(version, args) {
  const packages = ["--package=node@24", `--package=@flow-bundle/validator@${version}`];
  const command = ["npx", "--yes", ...packages, "--", "bundle-validate", ...args];
  const { status, error } =
    process.platform === "win32"
      ? spawnSync(command.map(quoted).join(" "), { stdio: "inherit", shell: true })
      : spawnSync("npx", command.slice(1), { stdio: "inherit" });
  if (error) console.error(`npx could not be started: ${error.message}`);
  return status ?? 70;
}

/** npx is a batch file on Windows, and needs a shell. @param {string} argument */
function quoted(argument) {
  if (/["%!\r\n]/.test(argument)) throw new Error(`this argument cannot be passed on: ${argument}`);
  return `"${argument}"`;
}
