/** A file of an archive, as far as keeping it goes. */
interface Packed {
  readonly bytes: number;
}

/** Together they have at most this many bytes; a larger one is not kept. */
const defaultBudget = 256 * 1024 * 1024;

/**
 * Files of an archive that were unpacked once, so that reading a part of one does not unpack it again. They are blobs,
 * which the browser may put on the disk; those that were used longest ago make room for new ones.
 */
export class UnpackedFiles<File extends Packed> {
  readonly #kept = new Map<File, Promise<Blob>>();
  readonly #budget: number;
  #bytes = 0;

  constructor(budget: number = defaultBudget) {
    this.#budget = budget;
  }

  /** Whether there is room for a file at all. */
  accepts({ bytes }: File): boolean {
    return bytes <= this.#budget;
  }

  /** The file as it was kept; undefined when it was not. */
  find(file: File): Promise<Blob> | undefined {
    const blob = this.#kept.get(file);
    if (blob === undefined) return undefined;
    this.#kept.delete(file);
    this.#kept.set(file, blob);
    return blob;
  }

  /** Keeps a file. One that cannot be unpacked is forgotten, and tried again the next time. */
  keep(file: File, blob: Promise<Blob>): Promise<Blob> {
    if (!this.accepts(file) || this.#kept.has(file)) return blob;
    this.#kept.set(file, blob);
    this.#bytes += file.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#budget || oldest === file) break;
      this.#forget(oldest);
    }
    blob.catch(() => this.#forget(file));
    return blob;
  }

  #forget(file: File): void {
    if (this.#kept.delete(file)) this.#bytes -= file.bytes;
  }
}
