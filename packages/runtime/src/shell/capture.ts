import { decodeLossy, decodeUtf8 } from "@flow-bundle/bundle";

/** What a stream of a command gave. */
export interface Captured {
  readonly bytes: Uint8Array;
  /** Decoded as UTF-8, with U+FFFD for what is none. */
  readonly text: string;
  /** There was more than was kept. */
  readonly isTruncated: boolean;
}

type Stream = "stdout" | "stderr";

/** Most bytes that are kept of a stream whatever a flow wants: texts and their JSON have to fit into strings. */
export const hardLimit = 100 * 1024 * 1024;

/** Keeps what a command writes, in the order in which it came. */
export class Capture {
  readonly limit: number;
  readonly #pieces: { readonly stream: Stream; readonly bytes: Buffer }[] = [];
  readonly #kept = { stdout: 0, stderr: 0 };
  readonly #isTruncated = { stdout: false, stderr: false };

  /** @param maxBytes of each stream; default: 100 MiB */
  constructor(maxBytes?: number) {
    this.limit = Math.min(maxBytes ?? hardLimit, hardLimit);
  }

  /** Takes what a stream gave; false when it is more than may be kept. */
  add(stream: Stream, bytes: Buffer): boolean {
    const room = this.limit - this.#kept[stream];
    const kept = bytes.length > room ? bytes.subarray(0, room) : bytes;
    if (kept.length > 0) this.#pieces.push({ stream, bytes: kept });
    this.#kept[stream] += kept.length;
    this.#isTruncated[stream] ||= kept.length < bytes.length;
    return kept.length === bytes.length;
  }

  captured(stream: Stream): Captured {
    const own = this.#pieces.filter((piece) => piece.stream === stream);
    const whole = Buffer.concat(own.map(({ bytes }) => bytes));
    const isTruncated = this.#isTruncated[stream];
    const bytes = isTruncated ? withoutHalfCharacter(whole) : whole;
    return { bytes, text: decodeLossy(bytes), isTruncated };
  }

  /** Both streams. A character whose bytes came in two pieces stands where its end came. */
  combined(): string {
    const decoders = { stdout: decoder(), stderr: decoder() };
    const texts = this.#pieces.map(({ stream, bytes }) =>
      decoders[stream].decode(bytes, { stream: true }),
    );
    return texts.join("") + decoders.stdout.decode() + decoders.stderr.decode();
  }
}

/** A text that was cut inside of a character would be no text any more. */
function withoutHalfCharacter(bytes: Buffer): Buffer {
  for (let cut = 1; cut <= 3 && cut <= bytes.length; cut++) {
    const lead = bytes[bytes.length - cut] ?? 0;
    const isContinuation = lead >= 0x80 && lead < 0xc0;
    if (isContinuation) continue;
    const whole = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const shorter = bytes.subarray(0, bytes.length - cut);
    return whole > cut && decodeUtf8(shorter) !== undefined ? shorter : bytes;
  }
  return bytes;
}

function decoder(): TextDecoder {
  return new TextDecoder("utf-8", { ignoreBOM: true });
}
