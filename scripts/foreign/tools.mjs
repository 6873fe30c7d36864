import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What the examples in other languages need, how to see that it is there, and the Debian packages that have it. */
export const tools = [
  {
    name: "Python 3.9 or later",
    command: ["python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))"],
    packages: ["python3"],
  },
  {
    name: "jq 1.6 or later",
    command: ["jq", "-n", "[1, 2] | getpath([0]), ($ENV | type)"],
    packages: ["jq"],
  },
  {
    name: "Perl 5.14 or later",
    command: ["perl", "-e", "use 5.014; use Fcntl; exit 0"],
    packages: ["perl"],
  },
  {
    name: "Ruby 3.0 or later",
    command: ["ruby", "-e", "exit RUBY_VERSION.to_i >= 3"],
    packages: ["ruby"],
  },
];

/** @typedef {{ run: (command: readonly string[]) => boolean, isRootOnDebian: () => boolean }} System */

/** @type {System} */
const thisSystem = {
  run: ([program = "", ...args]) => spawnSync(program, args, { stdio: "ignore" }).status === 0,
  isRootOnDebian: () => process.getuid?.() === 0 && existsSync("/etc/debian_version"),
};

/**
 * Makes sure that the other languages are there: on Debian, root installs what is missing.
 *
 * @param {System} [system]
 * @returns {string | undefined} one line that says what is missing; undefined when nothing is
 */
export function provideTools(system = thisSystem) {
  const isMissing = (/** @type {(typeof tools)[number]} */ { command }) => !system.run(command);
  let missing = tools.filter(isMissing);
  if (missing.length > 0 && system.isRootOnDebian()) {
    const packages = missing.flatMap((tool) => tool.packages);
    console.error(`• apt-get install ${packages.join(" ")}`);
    const install = ["apt-get", "install", "--yes", "--no-install-recommends", ...packages];
    if (!system.run(install) && system.run(["apt-get", "update"])) system.run(install);
    missing = missing.filter(isMissing);
  }
  if (missing.length === 0) return undefined;
  const names = missing.map(({ name }) => name).join(", ");
  return `pnpm test:foreign needs ${names}, which this machine does not have. Install it and try again.`;
}
