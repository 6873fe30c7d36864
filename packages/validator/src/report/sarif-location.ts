import type { BundleReport } from "./model.ts";

/** The SARIF name of a bundle's folder: `BUNDLE_1` for the first. */
export function bundleBaseId(position: number): string {
  return `BUNDLE_${position + 1}`;
}

/** A file of a bundle. `base` is the name of the bundle's folder. */
export function artifactLocation(file: string, base: string): object {
  return { uri: uriPath(file), uriBaseId: base };
}

/**
 * `originalUriBaseIds`: each bundle as it was given, relative ones below `%SRCROOT%`. Where that is, is left to the
 * reader, as the report names no place of this machine of its own accord.
 */
export function baseIds(bundles: readonly BundleReport[], directory: string): object {
  const ids: [string, object][] = bundles.map(({ path }, position) => [bundleBaseId(position), folder(path, directory)]);
  return Object.fromEntries([...ids, ["%SRCROOT%", { description: { text: "The root of the repository" } }]]);
}

function folder(given: string, directory: string): object {
  const path = given.replaceAll("\\", "/").replace(/\/+$/, "");
  if (/^[a-z]:(\/|$)/i.test(path)) return { uri: `file:///${path.slice(0, 2)}${uriPath(path.slice(2))}/` };
  if (given.startsWith("/")) return { uri: `file://${uriPath(path)}/` };
  const segments = `${directory}${path}`.split("/").filter((segment) => segment !== "." && segment !== "");
  // A base without a path of its own is the root itself.
  return segments.length === 0
    ? { uri: "./", uriBaseId: "%SRCROOT%" }
    : { uri: `${uriPath(segments.join("/"))}/`, uriBaseId: "%SRCROOT%" };
}

/** A `/`-separated path as a URI reference; lone surrogates, which no URI can hold, become U+FFFD. */
function uriPath(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
