import { type BundleSource, checkPath, SourceError } from "@flow-bundle/bundle";

/** What was asked of a source. */
export interface Watch {
  /** Every path that something was asked about. */
  readonly paths: Set<string>;
  /** How many bytes were handed out. */
  bytes: number;
}

/** The same source, and a record of what is asked of it. Throws for a path that breaks the grammar. */
export function watchedSource(source: BundleSource): { source: BundleSource; watch: Watch } {
  const watch: Watch = { paths: new Set(), bytes: 0 };
  const note = (path: string): void => {
    if (checkPath(path) !== undefined) throw new Error(`asked for ${JSON.stringify(path)}`);
    watch.paths.add(path);
  };
  const watched: BundleSource = {
    name: source.name,
    entries: () => source.entries(),
    size(path) {
      note(path);
      return source.size(path);
    },
    async read(path, maxBytes) {
      note(path);
      const bytes = await source.read(path, maxBytes);
      watch.bytes += bytes.length;
      return bytes;
    },
    async *blocks(path, start, end) {
      note(path);
      for await (const block of source.blocks(path, start, end)) {
        watch.bytes += block.length;
        yield block;
      }
    },
    sha256: () => source.sha256(),
  };
  return { source: watched, watch };
}

/** The same source, but reading fails wherever `fails` says so: the way a disk, or somebody else, makes it fail. */
export function failingSource(
  source: BundleSource,
  fails: (path: string) => boolean,
): BundleSource {
  const refuse = (path: string): void => {
    if (fails(path)) throw new SourceError("changed", path, "The file was exchanged");
  };
  return {
    name: source.name,
    entries: () => source.entries(),
    async size(path) {
      refuse(path);
      return source.size(path);
    },
    async read(path, maxBytes) {
      refuse(path);
      return source.read(path, maxBytes);
    },
    async *blocks(path, start, end) {
      refuse(path);
      for await (const block of source.blocks(path, start, end)) {
        yield block;
        refuse(path);
      }
    },
    sha256: () => source.sha256(),
  };
}
