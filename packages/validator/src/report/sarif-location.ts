import type { BundleReport } from "@flow-bundle/schema";

/** Where the files of a bundle are, in the terms of SARIF. */
export interface BundleLocation {
  /** Name of the base that files are relative to. */
  readonly baseId: string;
  /** What stands before the path of a file below that base: `runs/a/`, or nothing. */
  readonly prefix: string;
  /** Entry of `originalUriBaseIds`, where the base is the bundle's own. */
  readonly base?: object;
}

const root = "%SRCROOT%";

/**
 * A bundle with a relative path lies below `%SRCROOT%`: services that show findings in a repository look no further than
 * that name. Where it is, is left to them: the report names no place of this machine of its own accord. A bundle that was
 * given by an absolute path is a base of its own, `BUNDLE_1` for the first.
 *
 * @param directory the working directory as seen from the root of the repository: `packages/app/`, or nothing.
 */
export function bundleLocation(
  { path: given }: BundleReport,
  position: number,
  directory: string,
): BundleLocation {
  const path = given.replaceAll("\\", "/").replace(/\/+$/, "");
  const baseId = `BUNDLE_${position + 1}`;
  if (/^[a-z]:(\/|$)/i.test(path)) {
    return {
      baseId,
      prefix: "",
      base: { uri: `file:///${path.slice(0, 2)}${uriPath(path.slice(2))}/` },
    };
  }
  if (given.startsWith("/"))
    return { baseId, prefix: "", base: { uri: `file://${uriPath(path)}/` } };
  const segments = `${directory}${path}`
    .split("/")
    .filter((segment) => segment !== "." && segment !== "");
  return { baseId: root, prefix: segments.map((segment) => `${segment}/`).join("") };
}

/** `originalUriBaseIds`: every base that is used. */
export function baseIds(locations: readonly BundleLocation[]): object {
  const own = locations.flatMap(({ baseId, base }) => (base === undefined ? [] : [[baseId, base]]));
  return Object.fromEntries([
    [root, { description: { text: "The root of the repository" } }],
    ...own,
  ]);
}

/** A file of a bundle. */
export function artifactLocation(file: string, { baseId, prefix }: BundleLocation): object {
  return { uri: uriPath(prefix + file), uriBaseId: baseId };
}

/** A `/`-separated path as a URI reference; lone surrogates, which no URI can hold, become U+FFFD. */
function uriPath(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
