import type { FileEntry } from "../../protocol/api.ts";
import type { Patch, Snapshot } from "../../protocol/live.ts";

/** The files of a run as the server told them last. */
export interface LiveFiles {
  readonly version: number;
  readonly entries: ReadonlyMap<string, FileEntry>;
}

/**
 * The files after a message. `files` is undefined when the message does not follow on what was known: then a snapshot is
 * needed.
 */
export function applyPatch(
  known: LiveFiles | undefined,
  message: Snapshot | Patch,
): { readonly files: LiveFiles | undefined; readonly changed: readonly string[] } {
  const { version } = message;
  if (message.type === "snapshot") {
    const entries = new Map(message.files.map((entry) => [entry.path, entry]));
    return { files: { version, entries }, changed: message.files.map(({ path }) => path) };
  }
  if (known === undefined || version !== known.version + 1)
    return { files: undefined, changed: [] };
  const entries = new Map(known.entries);
  const changed: string[] = [];
  for (const { path, bytes } of message.grown) {
    const entry = entries.get(path);
    if (entry === undefined) return { files: undefined, changed: [] };
    entries.set(path, { ...entry, bytes });
    changed.push(path);
  }
  for (const entry of message.replaced) {
    entries.set(entry.path, entry);
    changed.push(entry.path);
  }
  for (const path of message.removed) {
    entries.delete(path);
    changed.push(path);
  }
  return { files: { version, entries }, changed };
}

/**
 * What may be different from files that were read a moment ago: those of another size, and the manifest, which can be
 * another one of the same size (`running` and `waiting` are equally long).
 */
export function changesSince(read: readonly FileEntry[], now: LiveFiles): readonly string[] {
  const before = new Map(read.map((entry) => [entry.path, entry]));
  const changed = [...now.entries.values()].filter(({ path, id, bytes }) => {
    const old = before.get(path);
    return path === "manifest.json" || old?.id !== id || old?.bytes !== bytes;
  });
  const removed = read.filter(({ path }) => !now.entries.has(path));
  return [...changed, ...removed].map(({ path }) => path);
}
