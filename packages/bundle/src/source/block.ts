/**
 * Size of the blocks that sources yield. Measured with NDJSON: texts decoded from larger blocks miss the young
 * generation of V8's heap, and splitting takes three times as long; smaller ones cost more calls.
 */
export const blockSize = 64 * 1024;

/** The parts of some bytes as blocks. */
export function* inBlocks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += blockSize) yield bytes.subarray(at, at + blockSize);
}
