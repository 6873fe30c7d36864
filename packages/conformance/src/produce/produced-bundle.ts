import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import type { Answer } from "../generated/types.ts";

/**
 * Absolute path of the bundle that a producer wrote: where its answer says, or, where it could not answer any more, the
 * one below `out`. Undefined when there is none, or none that lies there.
 */
export function producedBundle(folder: string, answer: Answer | undefined): string | undefined {
  const out = join(folder, "out");
  if (answer !== undefined) {
    const path = join(out, answer.bundle ?? "");
    const inside = relative(out, path);
    const isBelow = inside !== "" && !inside.startsWith("..") && !isAbsolute(inside);
    return isBelow && isBundle(path) ? path : undefined;
  }
  const found = readdirSync(out)
    .filter((name) => !name.startsWith("."))
    .map((name) => join(out, name))
    .filter((path) => isBundle(path));
  return found.length === 1 ? found[0] : undefined;
}

function isBundle(path: string): boolean {
  return (
    existsSync(path) && statSync(path).isDirectory() && existsSync(join(path, "manifest.json"))
  );
}
