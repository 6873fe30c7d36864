import { inBlocks } from "./block.ts";
import { notAFile, notFound, tooLarge } from "./errors.ts";
import { pathSegments } from "./path.ts";
import { portableSha256 } from "./sha256.ts";
import { SourceError } from "./source.ts";
import type { BundleSource, Hasher, SourceEntry } from "./source.ts";

interface Folder {
  readonly children: Map<string, Folder | Uint8Array>;
}

/**
 * A bundle in memory: path → content. Texts are taken as UTF-8. A path that ends with `/` is an empty folder (its
 * content is ignored); the folders above a file need no entry of their own.
 *
 * @throws {SourceError} `bad-path` when a path breaks the grammar of `checkPath`, or when one is both file and folder.
 */
export function memorySource(
  name: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  sha256: () => Hasher = portableSha256,
): BundleSource {
  const root = buildTree(files);

  function find(path: string): Folder | Uint8Array | undefined {
    let at: Folder | Uint8Array | undefined = root;
    for (const segment of pathSegments(path)) {
      if (at === undefined || at instanceof Uint8Array) return undefined;
      at = at.children.get(segment);
    }
    return at;
  }

  function file(path: string): Uint8Array {
    const found = find(path);
    if (found === undefined) throw notFound(path);
    if (!(found instanceof Uint8Array)) throw notAFile(path);
    return found;
  }

  return {
    name,
    async *entries() {
      yield* walk(root);
    },
    async size(path) {
      return find(path) === undefined ? undefined : file(path).length;
    },
    async read(path, maxBytes) {
      const bytes = file(path);
      if (bytes.length > maxBytes) throw tooLarge(path, bytes.length, maxBytes);
      return bytes;
    },
    async *blocks(path, start = 0, end = Infinity) {
      yield* inBlocks(file(path).subarray(Math.max(0, start), Math.max(0, end)));
    },
    sha256,
  };
}

function buildTree(files: ReadonlyMap<string, Uint8Array | string>): Folder {
  const encoder = new TextEncoder();
  const root: Folder = { children: new Map() };
  for (const [path, content] of files) {
    const isFolder = path.endsWith("/");
    const segments = pathSegments(isFolder ? path.slice(0, -1) : path);
    const last = isFolder ? undefined : segments.pop();
    let folder = root;
    for (const segment of segments) {
      const child = folder.children.get(segment) ?? { children: new Map() };
      if (child instanceof Uint8Array) throw bothFileAndFolder(path);
      folder.children.set(segment, child);
      folder = child;
    }
    if (last === undefined) continue;
    if (folder.children.has(last)) throw bothFileAndFolder(path);
    folder.children.set(last, typeof content === "string" ? encoder.encode(content) : content);
  }
  return root;
}

function bothFileAndFolder(path: string): SourceError {
  return new SourceError("bad-path", path, "The path is a file and a folder at once");
}

function* walk(root: Folder): Generator<SourceEntry> {
  const stack = [{ prefix: "", children: lastFirst(root) }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.children.pop();
    if (next === undefined) {
      stack.pop();
      continue;
    }
    const [name, child] = next;
    const path = top.prefix + name;
    if (child instanceof Uint8Array) {
      yield { path, type: "file", bytes: child.length };
    } else {
      yield { path, type: "directory", bytes: 0 };
      stack.push({ prefix: `${path}/`, children: lastFirst(child) });
    }
  }
}

/** The walk pops them off. */
function lastFirst(folder: Folder): [string, Folder | Uint8Array][] {
  return [...folder.children].toSorted(([a], [b]) => (a < b ? 1 : -1));
}
