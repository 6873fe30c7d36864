import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Files } from "./workspace.ts";

/** All files of a bundle's folder. Throws for anything but files and folders: fixtures hold nothing else. */
export function loadBundle(folder: string): Files {
  const files = new Map<string, Uint8Array>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    const file = path.join(folder, name);
    const stat = lstatSync(file);
    if (stat.isDirectory()) continue;
    if (!stat.isFile()) throw new Error(`${file} is neither a file nor a folder`);
    files.set(name.split(path.sep).join("/"), readFileSync(file));
  }
  if (files.size === 0) throw new Error(`${folder} holds no files`);
  return files;
}
