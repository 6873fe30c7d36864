const markers = new Set(["manifest.json", "trace.ndjson", "flow.json"]);

/** Whether a file of this name makes its folder look like a bundle. */
export function isMarker(name: string): boolean {
  return markers.has(name);
}

/** Folders that hold a marker file, outermost ones only; each ends with a slash, or is "". */
export function bundlePrefixes(paths: readonly string[]): string[] {
  const prefixes = new Set<string>();
  for (const path of paths) {
    const slash = path.lastIndexOf("/") + 1;
    if (isMarker(path.slice(slash))) prefixes.add(path.slice(0, slash));
  }
  return [...prefixes]
    .filter((prefix) => prefix === "" || outermostOf(prefix.slice(0, -1), prefixes) === undefined)
    .toSorted();
}

/** Things by the bundle that they lie in; what lies in none is left out. In one pass, however many there are. */
export function groupByBundle<Thing extends { readonly path: string }>(
  things: readonly Thing[],
  prefixes: readonly string[],
): ReadonlyMap<string, readonly Thing[]> {
  const known = new Set(prefixes);
  const groups = new Map<string, Thing[]>(prefixes.map((prefix) => [prefix, []]));
  for (const thing of things) {
    const prefix = outermostOf(thing.path, known);
    if (prefix !== undefined) groups.get(prefix)?.push(thing);
  }
  return groups;
}

/** The first of some folders that a path lies in, from the outside; undefined for none. */
function outermostOf(path: string, prefixes: ReadonlySet<string>): string | undefined {
  if (prefixes.has("")) return "";
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
    const prefix = path.slice(0, at + 1);
    if (prefixes.has(prefix)) return prefix;
  }
  return undefined;
}
