import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * @typedef {object} System
 * @property {string | undefined} chosen the browser that the environment names
 * @property {(path: string) => boolean} exists
 * @property {(command: readonly string[]) => boolean} run
 * @property {() => boolean} isRootOnDebian
 */

/** @type {System} */
const thisSystem = {
  chosen: process.env["CHROMIUM"],
  exists: existsSync,
  run: ([program = "", ...args]) => spawnSync(program, args, { stdio: "ignore" }).status === 0,
  isRootOnDebian: () => process.getuid?.() === 0 && existsSync("/etc/debian_version"),
};

/**
 * The one that CHROMIUM names, and no other if it names one; else the first that there is.
 *
 * @param {System} [system]
 * @returns {string | undefined} path of a Chromium on this machine
 */
export function findBrowser({ chosen, exists } = thisSystem) {
  return (chosen ? [chosen] : places).find((place) => exists(place));
}

/**
 * Makes sure that there is a Chromium: on Debian, root installs it.
 *
 * @param {System} [system]
 * @returns {string | undefined} one line that says what is missing; undefined when nothing is
 */
export function provideBrowser(system = thisSystem) {
  const { chosen, run, isRootOnDebian } = system;
  if (findBrowser(system) !== undefined) return undefined;
  if (chosen) return `CHROMIUM names ${chosen}, which is not there.`;
  if (isRootOnDebian()) {
    console.error("• apt-get install chromium");
    const install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"];
    if (!run(install) && run(["apt-get", "update"])) run(install);
    if (findBrowser(system) !== undefined) return undefined;
  }
  return "pnpm test:browser needs Chromium, which this machine does not have. Install it, or name one in CHROMIUM, and try again.";
}
