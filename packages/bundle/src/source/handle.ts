/**
 * The parts of the File System API that are used here, so that users of these types need no `dom` library. A browser's
 * `FileSystemDirectoryHandle` is a {@link DirectoryHandle}.
 */
export interface DirectoryHandle {
  readonly kind: "directory";
  readonly name: string;
  entries(): AsyncIterable<[string, { readonly kind: "file" | "directory" }]>;
  getDirectoryHandle(name: string): Promise<DirectoryHandle>;
  getFileHandle(name: string): Promise<FileHandle>;
}

/** See {@link DirectoryHandle}. */
export interface FileHandle {
  readonly kind: "file";
  readonly name: string;
  getFile(): Promise<FileSnapshot>;
}

/** A file as it was when it was asked for: a browser's `File`. */
export interface FileSnapshot {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}
