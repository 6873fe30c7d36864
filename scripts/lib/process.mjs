import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Absolute path of a file of the repository. @param {string[]} path */
export const inRoot = (...path) => join(root, ...path);

const pinned = inRoot(
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** The pinned node once it is installed, the running one before. */
export const nodePath = () => (existsSync(pinned) ? pinned : process.execPath);

/** The environment in which every tool runs: the repository's own commands and its pinned node come first. */
export function toolEnv() {
  const bin = inRoot("node_modules", ".bin");
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return {
    ...process.env,
    [key]: [bin, process.env[key]].filter(Boolean).join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
}

/**
 * Runs a JavaScript command under the pinned node and shows its output as it comes. No shell is involved, so arguments
 * reach it as they are.
 *
 * @param {string} script absolute path
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {number} its exit code; 128 and more when a signal ended it, 70 when it could not be started
 */
export function runNode(script, args, options = {}) {
  const { status, signal, error } = spawnSync(nodePath(), [script, ...args], {
    cwd: options.cwd ?? root,
    env: toolEnv(),
    stdio: "inherit",
  });
  if (error) console.error(`${script} could not be started: ${error.message}`);
  return status ?? (signal ? 128 : 70);
}

/**
 * Runs a JavaScript command quietly. Its output is shown, and this process ends, only when it fails.
 *
 * @param {string} title what people are told that this does
 * @param {readonly string[]} command the script, then its arguments
 * @param {{ executable?: string, hint?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function step(title, [script, ...args], options = {}) {
  console.error(`• ${title}`);
  const result = spawnSync(
    options.executable ?? nodePath(),
    [/** @type {string} */ (script), ...args],
    {
      cwd: root,
      env: { ...toolEnv(), ...options.env },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  if (result.status === 0) return;
  console.error(result.stdout + result.stderr);
  console.error(`${title}: failed${result.error ? ` (${result.error.message})` : ""}`);
  if (options.hint) console.error(options.hint);
  process.exit(result.status || 70);
}
