import { readFileSync } from "node:fs";

/** Name and version of this tool, as reports have them. The version is the package's. */
export function toolInfo(): { readonly name: string; readonly version: string } {
  const file = new URL("../../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return { name: "bundle-validate", version };
}
