import type { BundleSource } from "@flow-bundle/bundle";

/** Longest time without a turn of the event loop while files are read, in seconds. */
const patience = 0.05;

/**
 * The same source, but every now and then a read lets the event loop turn: files are read synchronously, and a signal
 * or a message must not wait until the whole bundle is read.
 */
export function yieldingSource(source: BundleSource): BundleSource {
  // `performance` would do as well, but is loaded on first use.
  let last = process.uptime();
  const breathe = async () => {
    if (process.uptime() - last < patience) return;
    await new Promise((resolve) => void setImmediate(resolve));
    last = process.uptime();
  };
  return {
    name: source.name,
    entries: () => source.entries(),
    size: (path) => source.size(path),
    async read(path, maxBytes) {
      await breathe();
      return source.read(path, maxBytes);
    },
    async *blocks(path, start, end) {
      for await (const block of source.blocks(path, start, end)) {
        await breathe();
        yield block;
      }
    },
    sha256: () => source.sha256(),
  };
}
