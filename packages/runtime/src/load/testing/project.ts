import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Loaded } from "./load.ts";

const script = fileURLToPath(new URL("load.ts", import.meta.url));

/** A folder with files, and processes that load flows from it. */
export class Project {
  readonly path: string;
  readonly #home: string;

  /** `files`: paths and contents. The folder is removed when the test has finished. */
  constructor(files: Readonly<Record<string, string>>) {
    const root = mkdtempSync(join(tmpdir(), "flow-bundle-load-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    this.path = join(root, "project");
    this.#home = join(root, "home");
    mkdirSync(this.path);
    mkdirSync(this.#home);
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  /** Loads flows, one after the other, in one new process. */
  load(...names: string[]): Loaded[] {
    const { stdout, stderr, status } = this.run(names);
    if (status !== 0) throw new Error(`The process ended with ${status}: ${stderr}`);
    return stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Loaded);
  }

  /** Loads one flow in a new process. */
  loadOne(name: string): Loaded {
    return this.load(name)[0] ?? {};
  }

  /** Starts the process, in the folder, with an empty home and an empty folder for temporary files. */
  run(names: readonly string[]) {
    return spawnSync(process.execPath, [script, ...names], {
      cwd: this.path,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: this.#home, TMPDIR: this.#home },
      timeout: 50_000,
    });
  }

  /** Every file there is, with its content, and every folder; those of home and of temporary files too. */
  listing(): Record<string, string> {
    const list = (folder: string): [string, string][] =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => {
        const path = join(folder, name);
        const facts = statSync(path);
        return [path, facts.isDirectory() ? `folder ${facts.mtimeMs}` : readFileSync(path, "utf8")];
      });
    return Object.fromEntries([...list(this.path), ...list(this.#home)]);
  }
}
