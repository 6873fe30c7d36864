import { readFileSync } from "node:fs";

/** What the manifests of our bundles name as their producer. */
export function producer(): { readonly name: string; readonly version: string } {
  // The same from src/engine and from dist/engine.
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { name, version } = JSON.parse(text) as { readonly name: string; readonly version: string };
  return { name, version };
}
