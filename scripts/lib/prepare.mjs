import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { inRoot, step } from "./process.mjs";

const stampFile = inRoot("node_modules", ".flow-run-bundle-installed");

/** Installs what is missing and builds the packages. Ends the process with a message when either fails. */
export function prepare() {
  install();
  build();
}

/** Brings node_modules to what the lockfile says; nothing to do costs nothing. */
export function install() {
  const stamp = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  step(
    "Installing dependencies",
    [npxScript(), "--yes", "pnpm@12", "install", "--frozen-lockfile"],
    {
      executable: process.execPath,
      // pnpm asks before it replaces a folder unless it runs unattended.
      env: { CI: "true" },
      hint: "Installing needs the npm registry and a lockfile that fits package.json (mend it with: npx pnpm@12 install).",
    },
  );
  writeFileSync(stampFile, stamp);
}

function build() {
  step("Building packages", [
    inRoot("node_modules", "turbo", "bin", "turbo"),
    "run",
    "build",
    "--output-logs=errors-only",
  ]);
}

/** A digest of all that decides what is installed. */
function wantedStamp() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  const packages = readdirSync(inRoot("packages")).map((name) =>
    join("packages", name, "package.json"),
  );
  const files = [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "package.json",
    "spec/package.json",
    "fixtures/package.json",
    ...packages.toSorted(),
  ];
  for (const file of files) {
    const path = inRoot(file);
    if (existsSync(path)) hash.update(`${file}\n`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** npx as a script, so that it runs without a shell on every system. */
function npxScript() {
  const npm = process.env["npm_execpath"] ?? "";
  const beside = join(dirname(npm), "npx-cli.js");
  if (basename(npm) === "npm-cli.js" && existsSync(beside)) return beside;
  const prefix = dirname(dirname(process.execPath));
  const places = [
    join(dirname(process.execPath), "node_modules", "npm", "bin", "npx-cli.js"),
    join(prefix, "lib", "node_modules", "npm", "bin", "npx-cli.js"),
    join(prefix, "share", "nodejs", "npm", "bin", "npx-cli.js"),
  ];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  console.error("npm was not found beside node. Run the command through npm: npm start, npm test.");
  process.exit(2);
}
