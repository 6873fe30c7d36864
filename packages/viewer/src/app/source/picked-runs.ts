import type { DirectoryHandle } from "@flow-bundle/bundle";
import type { ListedRun } from "../state/state.ts";
import { bundlePrefixes, groupByBundle, isMarker } from "./bundle-folders.ts";
import type { SourceDescriptor } from "./descriptor.ts";
import { describeRuns, type OnProgress } from "./describe-runs.ts";
import type { PickedFile } from "./files-source.ts";
import { listZip } from "./zip-source.ts";

const ignore: OnProgress = () => undefined;

/** Folders below the one that was picked are looked into so many levels deep. */
const maxDepth = 6;

/** The runs in a folder that was picked: itself, or those somewhere below. */
export async function handleRuns(
  handle: DirectoryHandle,
  onProgress: OnProgress = ignore,
): Promise<ListedRun[]> {
  const found: SourceDescriptor[] = [];
  let folders = 0;
  const visit = async (folder: DirectoryHandle, depth: number): Promise<void> => {
    folders += 1;
    if (folders % 50 === 0) onProgress(`Looking for bundles: ${folders} folders so far`);
    const children: string[] = [];
    for await (const [name, { kind }] of folder.entries()) {
      if (kind === "directory") children.push(name);
      else if (isMarker(name)) {
        found.push({ kind: "handle", name: folder.name, handle: folder });
        return;
      }
    }
    if (depth === maxDepth) return;
    for (const name of children) await visit(await folder.getDirectoryHandle(name), depth + 1);
  };
  onProgress("Looking for bundles");
  await visit(handle, 0);
  return describeRuns(found, onProgress);
}

/** The runs among files whose paths begin with the name of the folder that was picked. */
export async function fileRuns(
  files: readonly PickedFile[],
  onProgress: OnProgress = ignore,
): Promise<ListedRun[]> {
  onProgress(`Looking for bundles among ${files.length} files`);
  const prefixes = bundlePrefixes(files.map(({ path }) => path));
  const found = [...groupByBundle(files, prefixes)].map(([prefix, own]): SourceDescriptor => {
    const inside = own.map(({ path, file }) => ({ path: path.slice(prefix.length), file }));
    return { kind: "files", name: nameOf(prefix) ?? "bundle", files: inside };
  });
  return describeRuns(found, onProgress);
}

/** The runs in a zip archive. */
export async function zipRuns(
  name: string,
  blob: Blob,
  onProgress: OnProgress = ignore,
): Promise<ListedRun[]> {
  onProgress(`Reading the list of files of ${name}`);
  const files = await listZip(blob);
  const found = bundlePrefixes(files.map(({ path }) => path)).map((prefix): SourceDescriptor => ({
    kind: "zip",
    name: nameOf(prefix) ?? name.replace(/\.zip$/i, ""),
    blob,
    prefix,
  }));
  return describeRuns(found, onProgress);
}

/** The runs in what was dropped on the page. */
export async function droppedRuns(
  transfer: DataTransfer,
  onProgress: OnProgress = ignore,
): Promise<ListedRun[]> {
  // The list of items is emptied when the handler of the event returns, so that all are asked at once.
  const items = Array.from(transfer.items, (item) => ({
    file: item.getAsFile(),
    handle: (item as HandleItem).getAsFileSystemHandle?.(),
    entry: item.webkitGetAsEntry(),
  }));
  const runs: ListedRun[] = [];
  for (const { file, handle, entry } of items) {
    const opened = await handle?.catch(() => null);
    if (opened?.kind === "directory") {
      runs.push(...(await handleRuns(opened as DirectoryHandle, onProgress)));
    } else if (entry?.isDirectory) {
      const files: PickedFile[] = [];
      await collectFiles(entry, files, onProgress);
      runs.push(...(await fileRuns(files, onProgress)));
    } else if (file !== null) runs.push(...(await zipRuns(file.name, file, onProgress)));
  }
  return runs;
}

interface HandleItem {
  getAsFileSystemHandle?(): Promise<{ readonly kind: "file" | "directory" } | null>;
}

function nameOf(prefix: string): string | undefined {
  return prefix.split("/").at(-2);
}

async function collectFiles(
  entry: FileSystemEntry,
  files: PickedFile[],
  onProgress: OnProgress,
): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    files.push({ path: entry.fullPath.replace(/^\//, ""), file });
    if (files.length % 100 === 0) onProgress(`Listing the folder: ${files.length} files so far`);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const children = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (children.length === 0) return;
    for (const child of children) await collectFiles(child, files, onProgress);
  }
}
