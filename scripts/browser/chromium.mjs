import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** @returns {string | undefined} path of a Chromium on this machine */
export function findBrowser() {
  return places.find((place) => place !== "" && existsSync(place));
}

/**
 * Makes sure that there is a Chromium: on Debian, root installs it.
 *
 * @returns {string | undefined} one line that says what is missing; undefined when nothing is
 */
export function provideBrowser() {
  if (findBrowser() !== undefined) return undefined;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.error("• apt-get install chromium");
    const install = ["install", "--yes", "--no-install-recommends", "chromium"];
    const options = { stdio: /** @type {const} */ ("ignore") };
    if (spawnSync("apt-get", install, options).status !== 0) {
      spawnSync("apt-get", ["update"], options);
      spawnSync("apt-get", install, options);
    }
  }
  if (findBrowser() !== undefined) return undefined;
  return "pnpm test:browser needs Chromium, which this machine does not have. Install it, or name one in CHROMIUM, and try again.";
}
