import { decodeLossy, SourceError, type BundleSource } from "@flow-bundle/bundle";

const blockBytes = 256 * 1024;
/** 16 MB of a file are kept. */
const mostBlocks = 64;

/** Reads single lines of a file again, by blocks that are kept for a while. */
export class LineReader {
  readonly #path: string;
  /** By number; the one that was used last comes last. */
  readonly #blocks = new Map<number, Uint8Array>();
  #source: BundleSource;

  constructor(source: BundleSource, path: string) {
    this.#source = source;
    this.#path = path;
  }

  /** The same file, as it is now: it may have grown. */
  renew(source: BundleSource): void {
    this.#source = source;
  }

  /** @throws {SourceError} when the file cannot be read, or has become shorter. */
  async text(offset: number, bytes: number): Promise<string> {
    const first = Math.floor(offset / blockBytes);
    const end = offset + bytes;
    const parts: Uint8Array[] = [];
    for (let number = first; number * blockBytes < end; number++) {
      const start = number * blockBytes;
      const until = Math.min(end - start, blockBytes);
      const block = await this.#block(number, until);
      parts.push(block.subarray(Math.max(0, offset - start), until));
    }
    return decodeLossy(joined(parts, bytes));
  }

  async #block(number: number, length: number): Promise<Uint8Array> {
    const known = this.#blocks.get(number);
    this.#blocks.delete(number);
    const isEnough = known !== undefined && known.length >= length;
    const block = isEnough ? known : await this.#read(number, known);
    if (block.length < length) {
      throw new SourceError("changed", this.#path, "The file became shorter");
    }
    this.#blocks.set(number, block);
    for (const old of this.#blocks.keys()) {
      if (this.#blocks.size <= mostBlocks) break;
      this.#blocks.delete(old);
    }
    return block;
  }

  /** A block; of a file that grows, what has come behind the part that is known. */
  async #read(number: number, known: Uint8Array = new Uint8Array()): Promise<Uint8Array> {
    const start = number * blockBytes;
    const block = new Uint8Array(blockBytes);
    block.set(known);
    let { length } = known;
    const end = start + blockBytes;
    for await (const part of this.#source.blocks(this.#path, start + length, end)) {
      block.set(part.subarray(0, blockBytes - length), length);
      length += Math.min(part.length, blockBytes - length);
    }
    return block.subarray(0, length);
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
