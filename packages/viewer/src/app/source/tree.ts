import { checkPath, SourceError, type SourceEntry } from "@flow-bundle/bundle";

/** A file of a bundle whose tree is known beforehand. */
export interface TreeFile {
  readonly path: string;
  readonly bytes: number;
}

/** The tree of a bundle as a list: what sources do that know all of their files. */
export class Tree<File extends TreeFile> {
  readonly #files = new Map<string, File>();
  readonly #entries: SourceEntry[];

  /** @param others folders, links and the like, which are listed and cannot be opened. */
  constructor(files: Iterable<File>, others: Iterable<SourceEntry> = []) {
    const entries = new Map<string, SourceEntry>();
    for (const entry of others) entries.set(entry.path, entry);
    for (const file of files) {
      const bad = checkPath(file.path) !== undefined;
      const { path, bytes } = file;
      entries.set(path, {
        path,
        type: "file",
        bytes,
        ...(bad && { problem: "bad-path" as const }),
      });
      if (bad) continue;
      this.#files.set(path, file);
      for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
        const folder = path.slice(0, at);
        if (!entries.has(folder))
          entries.set(folder, { path: folder, type: "directory", bytes: 0 });
      }
    }
    this.#entries = [...entries.values()].toSorted((a, b) => compareTrees(a.path, b.path));
  }

  get entries(): readonly SourceEntry[] {
    return this.#entries;
  }

  /**
   * The file at a path; undefined when there is none.
   *
   * @throws {SourceError} as `BundleSource.size` does.
   */
  find(path: string): File | undefined {
    const wrong = checkPath(path);
    if (wrong !== undefined) throw new SourceError("bad-path", path, `The path ${wrong}`);
    const file = this.#files.get(path);
    if (file !== undefined) return file;
    const type = this.#entries.find((entry) => entry.path === path)?.type;
    if (type === "directory")
      throw new SourceError("not-a-file", path, "This is a folder, not a file");
    if (type === "link")
      throw new SourceError("link", path, "This is a link; links are not followed");
    if (type === "special") throw new SourceError("special", path, "This is not an ordinary file");
    return undefined;
  }

  /** As `find`, but there has to be one. */
  get(path: string): File {
    const file = this.find(path);
    if (file === undefined) throw new SourceError("not-found", path, "There is no such file");
    return file;
  }
}

/** Each folder before its content, names in code unit order. */
function compareTrees(a: string, b: string): number {
  const [x, y] = [a.replaceAll("/", "\0"), b.replaceAll("/", "\0")];
  return x < y ? -1 : Number(x > y);
}

/** The error for a file over the limit of `BundleSource.read`. */
export function tooLarge(path: string, bytes: number, maxBytes: number): SourceError {
  const message = `The file has ${bytes} bytes, more than the limit of ${maxBytes}`;
  return new SourceError("too-large", path, message);
}

const blockSize = 64 * 1024;

/** The parts of some bytes as blocks of a size that lines are split from quickly. */
export function* inBlocks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += blockSize) yield bytes.subarray(at, at + blockSize);
}

/**
 * The chunks of a stream as blocks.
 *
 * @param letGo called with each chunk when its last block was used.
 */
export async function* streamBlocks(
  stream: ReadableStream<Uint8Array>,
  letGo?: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* inBlocks(value);
      letGo?.(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
