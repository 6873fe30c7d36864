/** A type of image that the page shows. */
export type ImageType = "image/png" | "image/jpeg" | "image/gif" | "image/webp";

const signatures: readonly { readonly type: ImageType; readonly bytes: readonly number[] }[] = [
  { type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
  { type: "image/gif", bytes: [0x47, 0x49, 0x46, 0x38] },
];
const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

/** What image some bytes are, by how they begin and whatever anybody calls them; undefined when they are none of these. */
export function sniffImage(bytes: Uint8Array): ImageType | undefined {
  const found = signatures.find((signature) => startsWith(bytes, signature.bytes, 0));
  if (found !== undefined) return found.type;
  return startsWith(bytes, riff, 0) && startsWith(bytes, webp, 8) ? "image/webp" : undefined;
}

function startsWith(bytes: Uint8Array, wanted: readonly number[], offset: number): boolean {
  return wanted.every((byte, i) => bytes[offset + i] === byte);
}

/** Whether bytes are rather no text: they have NULs or many control characters. */
export function looksBinary(bytes: Uint8Array): boolean {
  const part = bytes.subarray(0, 8192);
  let odd = 0;
  for (const byte of part) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) odd += 1;
  }
  return odd * 20 > part.length;
}

/** The bytes of a text in base64; undefined when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
