// node scripts/pack/project.mjs FOLDER: installs the tarballs of FOLDER into an empty project and uses them there, with
// the node that runs this. Needs nothing but node and npm.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const golden = fileURLToPath(new URL("../../fixtures/valid/1.1-acp-two-turn", import.meta.url));

/** A project that has nothing but our packages, and one golden bundle in the folder `run`. */
export class Project {
  /** Absolute path of the project. */
  folder = mkdtempSync(join(tmpdir(), "flow-run-bundle-project-"));

  /**
   * @param {readonly string[]} tarballs
   * @param {{ offline?: boolean }} [options] Offline: whatever the packages need beyond each other is missed.
   */
  constructor(tarballs, { offline = false } = {}) {
    writeFileSync(join(this.folder, "package.json"), '{ "private": true, "type": "module" }\n');
    cpSync(golden, join(this.folder, "run"), { recursive: true });
    const files = tarballs.map((tarball) => `"${tarball}"`).join(" ");
    const network = offline ? "--offline" : "--prefer-offline";
    const { code, output } = this.run(`npm install ${network} --no-audit --no-fund ${files}`);
    if (code !== 0) throw new Error(`npm install failed:\n${output}`);
  }

  /** Runs a command in the project. @param {string} command */
  run(command) {
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: this.folder,
      encoding: "utf8",
      shell: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { code: status, stdout, output: stdout + stderr };
  }

  /** Names of the installed packages. */
  packages() {
    const scope = "@flow-bundle";
    return readdirSync(join(this.folder, "node_modules", scope)).map((name) => `${scope}/${name}`);
  }

  /** Folder of an installed package. @param {string} name */
  folderOf(name) {
    return join(this.folder, "node_modules", ...name.split("/"));
  }

  /**
   * What each entry point of a package exports, by the name it is imported with. Entry points that are no JavaScript
   * (`./package.json`, patterns) are left out.
   *
   * @param {string} name
   * @returns {Record<string, string[]>}
   */
  exportedNames(name) {
    const { exports } = JSON.parse(readFileSync(join(this.folderOf(name), "package.json"), "utf8"));
    const entries = Object.keys(exports).filter((entry) => !/\*|\.json$/.test(entry));
    const specifiers = entries.map((entry) => name + entry.slice(1));
    writeFileSync(
      join(this.folder, "names.js"),
      `const names = {};
for (const specifier of ${JSON.stringify(specifiers)}) names[specifier] = Object.keys(await import(specifier)).sort();
console.log(JSON.stringify(names));\n`,
    );
    const { code, stdout, output } = this.run("node names.js");
    if (code !== 0) throw new Error(`${name} cannot be imported:\n${output}`);
    return JSON.parse(stdout);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const source = resolve(process.argv[2] ?? ".tmp/tarballs");
  const tarballs = readdirSync(source).filter((name) => name.endsWith(".tgz"));
  const project = new Project(tarballs.map((name) => join(source, name)));
  try {
    for (const name of project.packages()) console.log(JSON.stringify(project.exportedNames(name)));
    const { code, output } = project.run("npx --no -- bundle-validate run");
    console.log(output);
    console.log(`node ${process.versions.node}: bundle-validate ended with ${code}`);
    process.exitCode = code === 0 ? 0 : 1;
  } finally {
    project.remove();
  }
}
