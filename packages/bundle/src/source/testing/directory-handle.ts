import type { DirectoryHandle, FileHandle } from "../handle.ts";

/** A folder for {@link directoryHandle}: name → content, or a folder. */
export interface TestFolder {
  readonly [name: string]: Uint8Array | TestFolder;
}

/**
 * A directory handle over a tree in memory that behaves as the File System standard says: which errors come when, names
 * that are refused, and entries in no particular order.
 */
export function directoryHandle(name: string, folder: TestFolder): DirectoryHandle {
  const children = new Map(Object.entries(folder));
  const child = (wanted: string): Uint8Array | TestFolder => {
    if (wanted === "" || wanted === "." || wanted === ".." || /[/\\]/.test(wanted)) {
      throw new TypeError("Name is not allowed.");
    }
    const found = children.get(wanted);
    if (found === undefined) throw new DOMException("A file was not found.", "NotFoundError");
    return found;
  };
  return {
    kind: "directory",
    name,
    async *entries() {
      for (const [inner, content] of [...children].toReversed()) {
        yield [inner, { kind: content instanceof Uint8Array ? "file" : "directory" }];
      }
    },
    async getDirectoryHandle(wanted) {
      const found = child(wanted);
      if (found instanceof Uint8Array) throw mismatch();
      return directoryHandle(wanted, found);
    },
    async getFileHandle(wanted): Promise<FileHandle> {
      const found = child(wanted);
      if (!(found instanceof Uint8Array)) throw mismatch();
      return {
        kind: "file",
        name: wanted,
        getFile: async () => new File([Uint8Array.from(found)], wanted),
      };
    },
  };
}

function mismatch(): DOMException {
  return new DOMException("The type is another.", "TypeMismatchError");
}
