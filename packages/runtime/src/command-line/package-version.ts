import { readFileSync } from "node:fs";

/** The version that a `package.json` names. */
export function packageVersion(file: URL): string {
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return version;
}
