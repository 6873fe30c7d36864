import { join } from "node:path";
import { loadBundle } from "../mutate/load-folder.ts";
import type { Files } from "../mutate/workspace.ts";
import { fixturesFolder } from "./places.ts";

const loaded = new Map<string, Files>();

/** The files of a bundle below `fixtures/`; each is read once. */
export function loadBase(base: string): Files {
  let files = loaded.get(base);
  if (files === undefined) {
    files = loadBundle(join(fixturesFolder, base));
    loaded.set(base, files);
  }
  return files;
}

/** The minor version that a bundle is of, by its manifest. */
export function versionOf(base: string): "1.0" | "1.1" {
  const manifest = loadBase(base).get("manifest.json");
  const { specVersion = "1.0" } = JSON.parse(Buffer.from(manifest ?? "{}").toString()) as {
    readonly specVersion?: string;
  };
  return specVersion === "1.0" ? "1.0" : "1.1";
}
