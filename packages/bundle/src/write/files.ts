import type { HostFile, HostFiles } from "./host.ts";

const encoder = new TextEncoder();

/** What the name of a file ends with until it is complete. */
export const temporarySuffix = ".tmp";

/** Where a manifest is written before it is moved into the bundle. `name` is that of the bundle's folder. */
export function manifestDraft(runsFolder: string, name: string): string {
  return `${runsFolder}/.${name}.manifest`;
}

/** Where the files of a session are made before they are moved into the bundle. */
export function sessionDraft(runsFolder: string, name: string): string {
  return `${runsFolder}/.${name}.session`;
}

/** UTF-8 of a text. */
export function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Writes all bytes, however many writes that takes. */
export async function writeAll(file: HostFile, bytes: Uint8Array): Promise<void> {
  let written = await file.write(bytes);
  while (written < bytes.length) {
    const count = await file.write(bytes.subarray(written));
    if (count === 0) throw new Error("The system accepts no more bytes");
    written += count;
  }
}

/** Content of a file: a text, bytes, or a long text in parts. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** Writes a whole new file. */
export async function createFile(
  files: HostFiles,
  path: string,
  content: FileContent,
  sync = false,
): Promise<void> {
  const file = await files.open(path, "new");
  try {
    if (content instanceof Uint8Array) await writeAll(file, content);
    else if (typeof content === "string") await writeAll(file, encode(content));
    else for (const part of content) await writeAll(file, encode(part));
    if (sync) await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Puts a file into place as a whole: whoever looks sees the old content or the new one. With `sync` both content and name
 * are on the disk when it returns. `temporary` lies in the same folder.
 */
export async function replaceFile(
  files: HostFiles,
  path: string,
  content: FileContent,
  sync = false,
  temporary = path + temporarySuffix,
): Promise<void> {
  try {
    await createFile(files, temporary, content, sync);
    await files.rename(temporary, path);
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    throw error;
  }
  if (sync) await files.syncFolder(path.slice(0, path.lastIndexOf("/")));
}
