import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The published commands, with the folders of their packages. */
const folders = { "bundle-validate": "validator", "bundle-conformance": "conformance" };

/** @typedef {keyof typeof folders} Command */

/** The version of a command that belongs to this checkout. @param {Command} command */
export function ownVersion(command = "bundle-validate") {
  const manifest = new URL(`../../packages/${folders[command]}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

/**
 * Runs a published command, with a node that it supports, whatever node the machine has.
 *
 * @param {string} version of its package: a version, a range or a tag
 * @param {readonly string[]} args
 * @param {Command} command
 * @returns {number} its exit code; 70 when it could not be run
 */
export function runPublished(version, args, command = "bundle-validate") {
  const packages = ["--package=node@24", `--package=@flow-bundle/${folders[command]}@${version}`];
  const words = ["npx", "--yes", ...packages, "--", command, ...args];
  const { status, error } =
    process.platform === "win32"
      ? spawnSync(words.map(quoted).join(" "), { stdio: "inherit", shell: true })
      : spawnSync("npx", words.slice(1), { stdio: "inherit" });
  if (error) console.error(`npx could not be started: ${error.message}`);
  return status ?? 70;
}

/** The lines of an input of an action that are not blank. @param {string | undefined} text */
export function lines(text = "") {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** npx is a batch file on Windows, and needs a shell. @param {string} argument */
function quoted(argument) {
  if (/["%!\r\n]/.test(argument)) throw new Error(`this argument cannot be passed on: ${argument}`);
  return `"${argument}"`;
}
