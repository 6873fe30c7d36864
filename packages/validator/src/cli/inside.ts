import { realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";

/** True when a file, which need not exist, lies in a folder, links resolved. */
export function insideOf(file: string, folder: string): boolean {
  return (real(file) + sep).startsWith(real(folder) + sep);
}

function real(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute
      ? absolute
      : resolve(real(parent), absolute.slice(parent.length).replace(/^[/\\]+/, ""));
  }
}
