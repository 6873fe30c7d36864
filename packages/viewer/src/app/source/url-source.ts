import {
  portableSha256,
  readJson,
  readLines,
  SourceError,
  checkPath,
  type BundleSource,
  type SourceEntry,
} from "@flow-bundle/bundle";
import { fetchBlocks, fetchBytes, fetchSize } from "./fetch.ts";
import { tooLarge, Tree } from "./tree.ts";

/**
 * A bundle in a folder of a web host, which cannot list folders: `entries` names what the manifest and the trace refer
 * to. Files that nothing refers to stay unseen.
 *
 * @param base address of the folder, with a slash at the end.
 */
export function urlSource(name: string, base: string): BundleSource {
  const sizes = new Map<string, Promise<number | undefined>>();
  const urlOf = (path: string): string => {
    const wrong = checkPath(path);
    if (wrong !== undefined) throw new SourceError("bad-path", path, `The path ${wrong}`);
    return base + path.split("/").map(encodeURIComponent).join("/");
  };
  const sizeOf = (path: string): Promise<number | undefined> => {
    const known = sizes.get(path) ?? fetchSize(urlOf(path), path);
    sizes.set(path, known);
    return known;
  };
  const existing = async (path: string): Promise<number> => {
    const size = await sizeOf(path);
    if (size === undefined) throw new SourceError("not-found", path, "There is no such file");
    return size;
  };
  const source: BundleSource = {
    name,
    async *entries() {
      yield* await listEntries(source);
    },
    async size(path) {
      urlOf(path);
      return sizeOf(path);
    },
    async read(path, maxBytes) {
      const bytes = await existing(path);
      if (bytes > maxBytes) throw tooLarge(path, bytes, maxBytes);
      return fetchBytes(urlOf(path), path, 0, bytes);
    },
    async *blocks(path, start = 0, end = Infinity) {
      const bytes = await existing(path);
      yield* fetchBlocks(urlOf(path), path, Math.max(0, start), Math.min(end, bytes));
    },
    sha256: portableSha256,
  };
  return source;
}

const documents = ["manifest.json", "flow.json", "trace.ndjson"];
const projections = ["run", "live", "steps"].map((name) => `projections/${name}.json`);
const sessionFiles = ["binding.json", "events.ndjson", "record.json"];
const artifactPath = /"(artifacts\/[^"\\]+)"/g;

async function listEntries(source: BundleSource): Promise<readonly SourceEntry[]> {
  const paths = new Set([...documents, ...projections]);
  const manifest = await readJson(source, "manifest.json");
  if (manifest.ok) {
    for (const [, id] of JSON.stringify(manifest.value).matchAll(/"sessions\/([^"\\/]+)\//g)) {
      for (const file of sessionFiles) paths.add(`sessions/${id}/${file}`);
    }
  }
  try {
    for await (const { lines } of readLines(source, "trace.ndjson")) {
      for (const { text } of lines) {
        for (const [, path = ""] of text.matchAll(artifactPath)) paths.add(path);
      }
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
  const files = [];
  for (const path of paths) {
    const bytes = checkPath(path) === undefined ? await source.size(path) : undefined;
    if (bytes !== undefined) files.push({ path, bytes });
  }
  return new Tree(files).entries;
}
