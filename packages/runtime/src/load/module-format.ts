import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";

/**
 * Whether tsx has to require a file: a CommonJS module by its ending, or by the `type` of the package that it lies in.
 * A file with TypeScript of the same name beside it is not required, since tsx would take that one.
 */
export function isRequired(file: string): boolean {
  if (hasTypeScriptBeside(file)) return false;
  switch (extname(file)) {
    case ".mjs":
    case ".mts":
      return false;
    case ".cjs":
    case ".cts":
      return true;
    default:
      return packageType(dirname(file)) !== "module";
  }
}

function hasTypeScriptBeside(file: string): boolean {
  const match = /^(.*)\.([cm]?)jsx?$/.exec(file);
  if (match === null) return false;
  const [, stem, kind] = match;
  return [`${stem}.${kind}ts`, `${stem}.${kind}tsx`].some((path) => existsSync(path));
}

function packageType(folder: string): unknown {
  try {
    const text = readFileSync(join(folder, "package.json"), "utf8");
    return (JSON.parse(text) as { type?: unknown } | null)?.type;
  } catch (error) {
    // One that is no JSON has no type; the import fails on it with a better message than there would be here.
    if (error instanceof SyntaxError) return undefined;
    const parent = dirname(folder);
    return parent === folder ? undefined : packageType(parent);
  }
}
