import type { BundleSource } from "@flow-bundle/bundle";

/** Files that are larger are read into memory that is given back at once. */
const large = 1024 * 1024;

/**
 * Reads a whole file for as long as `use` runs. The memory of a large one is given back then, without waiting for a
 * garbage collection: these bytes are only of use until they were decoded.
 */
export async function withBytes<Some>(
  source: BundleSource,
  path: string,
  size: number,
  maxBytes: number,
  use: (bytes: Uint8Array) => Some,
): Promise<Some> {
  if (size <= large || size > maxBytes) return use(await source.read(path, maxBytes));
  const buffer = new ArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  let length = 0;
  for await (const block of source.blocks(path)) {
    // It grew since the tree was listed.
    if (length + block.length > size) return use(await source.read(path, maxBytes));
    bytes.set(block, length);
    length += block.length;
  }
  try {
    return use(bytes.subarray(0, length));
  } finally {
    buffer.transfer(0);
  }
}
