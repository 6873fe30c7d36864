import { reportUnreadable } from "./documents.ts";
import type { Validation } from "./validation.ts";

/** Digests every file in artifacts/, each read once. */
export async function digestArtifacts(validation: Validation): Promise<void> {
  for (const [path, entry] of validation.entries) {
    if (entry.type !== "file" || !path.startsWith("artifacts/")) continue;
    const text = new TextCheck(entry.bytes);
    try {
      const digest = await validation.source.digest(path, (block) => text.add(block));
      if (digest === undefined) continue;
      validation.artifactFiles.set(path, { path, ...digest, isText: text.end() });
      validation.progress(digest.bytes);
    } catch (error) {
      const ruleId = reportUnreadable(validation, path, error);
      validation.inputs.fail("artifacts", { ruleId, file: path });
    }
  }
}

const wholeDecoder = new TextDecoder("utf-8", { fatal: true });

/** Finds out whether the blocks of a file are UTF-8. */
class TextCheck {
  readonly #size: number;
  /** Made for large files only: that takes longer than to decode a small one. */
  #decoder: typeof wholeDecoder | undefined;
  #isText = true;

  constructor(size: number) {
    this.#size = size;
  }

  add(block: Uint8Array): void {
    this.#try(() => {
      if (block.length === this.#size) wholeDecoder.decode(block);
      else this.#stream().decode(block, { stream: true });
    });
  }

  end(): boolean {
    this.#try(() => this.#decoder?.decode());
    return this.#isText;
  }

  #stream(): typeof wholeDecoder {
    this.#decoder ??= new TextDecoder("utf-8", { fatal: true });
    return this.#decoder;
  }

  #try(decode: () => void): void {
    if (!this.#isText) return;
    try {
      decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.#isText = false;
    }
  }
}
