import type { BundleSource, Hasher, SourceEntry } from "@flow-bundle/bundle";

/** A file's size and digest. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * A source that remembers the digests of files which were read to their end after `watch(path)`, so that the seal
 * does not cost a second reading.
 */
export class DigestingSource implements BundleSource {
  readonly name: string;
  readonly #inner: BundleSource;
  readonly #watched = new Set<string>();
  readonly #known = new Map<string, FileDigest>();

  constructor(inner: BundleSource) {
    this.#inner = inner;
    this.name = inner.name;
  }

  entries(): AsyncIterable<SourceEntry> {
    return this.#inner.entries();
  }

  size(path: string): Promise<number | undefined> {
    return this.#inner.size(path);
  }

  async read(path: string, maxBytes: number): Promise<Uint8Array> {
    const bytes = await this.#inner.read(path, maxBytes);
    if (this.#watched.has(path) && !this.#known.has(path)) {
      const hasher = this.#inner.sha256();
      hasher.update(bytes);
      this.#known.set(path, { bytes: bytes.length, sha256: await hasher.hex() });
    }
    return bytes;
  }

  sha256(): Hasher {
    return this.#inner.sha256();
  }

  /** From now on a complete reading of this file is digested on the way. */
  watch(path: string): void {
    this.#watched.add(path);
  }

  blocks(path: string, start?: number, end?: number): AsyncIterable<Uint8Array> {
    const inner = this.#inner.blocks(path, start, end);
    const whole = (start ?? 0) === 0 && end === undefined;
    return whole && this.#watched.has(path) ? this.#digesting(path, inner) : inner;
  }

  /** Size and digest of a file. With `see`, which gets its blocks, the file is read in any case. */
  async digest(path: string, see?: (block: Uint8Array) => void): Promise<FileDigest | undefined> {
    const known = this.#known.get(path);
    if (known !== undefined && see === undefined) return known;
    this.watch(path);
    for await (const block of this.blocks(path)) see?.(block);
    return this.#known.get(path);
  }

  async *#digesting(path: string, blocks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    const hasher = this.#inner.sha256();
    let bytes = 0;
    for await (const block of blocks) {
      hasher.update(block);
      bytes += block.length;
      yield block;
    }
    this.#known.set(path, { bytes, sha256: await hasher.hex() });
  }
}
