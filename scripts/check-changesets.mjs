// pnpm check:changesets: changes of published packages are announced by changesets, and these name real packages.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import { inRoot, root, toolEnv } from "./lib/process.mjs";

/** @type {string[]} */
const problems = [];
const published = publishedPackages();
const announced = new Set();

for (const name of readdirSync(inRoot(".changeset")).toSorted()) {
  if (!name.endsWith(".md") || name === "README.md") continue;
  const [, frontMatter = "", text = ""] =
    /^---\n(.*?)---\n(.*)$/su.exec(readFileSync(inRoot(".changeset", name), "utf8")) ?? [];
  const bumps = Object.entries(parse(frontMatter) ?? {});
  for (const [packageName, bump] of bumps) {
    announced.add(packageName);
    if (!published.has(packageName)) {
      problems.push(`.changeset/${name}: there is no published package ${packageName}`);
    }
    if (!["patch", "minor", "major"].includes(String(bump))) {
      problems.push(
        `.changeset/${name}: ${packageName} wants patch, minor or major, not ${String(bump)}`,
      );
    }
  }
  if (bumps.length > 0 && text.trim() === "") {
    problems.push(`.changeset/${name}: a sentence for the changelog is missing`);
  }
}

for (const [name, { version, changelog }] of published) {
  if (announced.has(name)) continue;
  if (version === "0.0.0") {
    problems.push(`${name} was never released and no changeset announces it: pnpm changeset`);
  } else if (!changelog) {
    problems.push(`${name} has version ${version} but no CHANGELOG.md`);
  }
}

checkSinceBase();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function publishedPackages() {
  /** @type {Map<string, { version: string, changelog: boolean }>} */
  const found = new Map();
  for (const folder of [
    "spec",
    "fixtures",
    ...readdirSync(inRoot("packages")).map((name) => `packages/${name}`),
  ]) {
    const path = inRoot(folder, "package.json");
    if (!existsSync(path)) continue;
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    if (manifest.private) continue;
    found.set(manifest.name, {
      version: manifest.version,
      changelog: existsSync(inRoot(folder, "CHANGELOG.md")),
    });
  }
  return found;
}

/** On a branch: each package that changed since it left the base has a changeset of this branch. */
function checkSinceBase() {
  const base = ["origin/main", "main"].find(
    (ref) => git("rev-parse", "--verify", "--quiet", ref) !== undefined,
  );
  if (base === undefined || git("rev-parse", base) === git("rev-parse", "HEAD")) return;
  // A release uses changesets up: it raises the versions and removes them.
  if (git("diff", "--name-only", "--diff-filter=D", base, "--", ".changeset/*.md")) return;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot("node_modules", "@changesets", "cli", "bin.js"), "status", `--since=${base}`],
    { cwd: root, env: toolEnv(), encoding: "utf8" },
  );
  if (status !== 0) problems.push(`${stdout}${stderr}`.trim());
}

/** @param {string[]} args */
function git(...args) {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}
