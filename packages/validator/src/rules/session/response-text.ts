const encoder = new TextEncoder();

/** Longest text that is compared, in UTF-16 units: far below what an engine can hold as one string. */
const maxUnits = 256 * 1024 * 1024;
/** So much of a text is kept for a finding. */
const excerptUnits = 500;

/** What a turn's chunks of text make up, or that they are more than the response can be. */
export interface CollectedText {
  /** UTF-8 bytes of the trimmed text; undefined when it is longer than the response. */
  readonly bytes: Uint8Array | undefined;
  /** The beginning of the text. */
  readonly excerpt: string;
}

/**
 * Puts the chunks of one turn together, trimmed at both ends. Holds no more than the response that the text is to be
 * compared with, and one chunk.
 */
export class ResponseText {
  readonly #max: number;
  #text = "";
  /** White space that may turn out to be at the end. */
  #full = false;
  #longer = false;

  /** `maxBytes` is the size of the response: a longer text is another one. */
  constructor(maxBytes: number) {
    this.#max = Math.min(maxBytes, maxUnits);
  }

  add(chunk: string): void {
    if (this.#longer) return;
    if (this.#full) {
      this.#longer = chunk.trim() !== "";
      return;
    }
    this.#text += this.#text === "" ? chunk.trimStart() : chunk;
    // A text has at least as many bytes as UTF-16 units.
    if (this.#text.length <= this.#max) return;
    const trimmed = this.#text.trimEnd();
    if (trimmed.length > this.#max) this.#longer = true;
    // What follows the white space that goes beyond the response is in neither or makes them differ.
    else this.#full = true;
    this.#text = trimmed;
  }

  end(): CollectedText {
    const text = this.#text.trimEnd();
    return {
      bytes: this.#longer ? undefined : encoder.encode(text),
      excerpt: copyOf(text.slice(0, excerptUnits)),
    };
  }
}

/** The same text, without a hold on the long one that it was cut from. */
function copyOf(text: string): string {
  return new TextDecoder().decode(encoder.encode(text));
}
