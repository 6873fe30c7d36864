import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { places } from "./places.ts";

/** The files of a bundle by path. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Runs examples, each as its golden bundle was made, and gives their bundles by name. They run in a process of their own,
 * from the sources, with nothing of the environment but the programs.
 */
export async function recordExamples(
  names: readonly string[],
): Promise<ReadonlyMap<string, BundleFiles>> {
  const out = await mkdtemp(join(tmpdir(), "recorded-examples-"));
  try {
    await runChild([out, ...names]);
    const bundles = new Map<string, BundleFiles>();
    for (const name of await readdir(out)) bundles.set(name, await filesIn(join(out, name)));
    return bundles;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

function runChild(args: readonly string[]): Promise<void> {
  const program = fileURLToPath(new URL("child.ts", import.meta.url));
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
      HOME: places.home,
      TMPDIR: places.temporary,
      GIT_CONFIG_NOSYSTEM: "1",
      LANG: "C",
      TZ: "UTC",
    },
    stdio: ["ignore", "inherit", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 && errors === "") resolve();
      else reject(new Error(`Recording the examples ended with ${code}: ${errors}`));
    });
  });
}

async function filesIn(folder: string): Promise<BundleFiles> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(file.slice(folder.length + 1), await readFile(file));
  }
  return files;
}
