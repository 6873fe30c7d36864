import { readJson, type DirectoryHandle } from "@flow-bundle/bundle";
import type { ListedRun } from "../state/state.ts";
import { openSource, type SourceDescriptor } from "./descriptor.ts";
import type { PickedFile } from "./files-source.ts";
import { listZip } from "./zip-source.ts";

const markers = new Set(["manifest.json", "trace.ndjson", "flow.json"]);

/** The runs in a folder that was picked: itself, or its children. */
export async function handleRuns(handle: DirectoryHandle): Promise<ListedRun[]> {
  const found: SourceDescriptor[] = [];
  if (await holdsBundle(handle)) found.push({ kind: "handle", name: handle.name, handle });
  else {
    for await (const [name, { kind }] of handle.entries()) {
      if (kind !== "directory") continue;
      const child = await handle.getDirectoryHandle(name);
      if (await holdsBundle(child)) found.push({ kind: "handle", name, handle: child });
    }
  }
  return describeAll(found);
}

async function holdsBundle(handle: DirectoryHandle): Promise<boolean> {
  for await (const [name, { kind }] of handle.entries()) {
    if (kind === "file" && markers.has(name)) return true;
  }
  return false;
}

/** The runs among files whose paths begin with the name of the folder that was picked. */
export async function fileRuns(files: readonly PickedFile[]): Promise<ListedRun[]> {
  const prefixes = bundlePrefixes(files.map(({ path }) => path));
  return describeAll(
    prefixes.map((prefix): SourceDescriptor => {
      const own = files.filter(({ path }) => path.startsWith(prefix));
      const inside = own.map(({ path, file }) => ({ path: path.slice(prefix.length), file }));
      return { kind: "files", name: nameOf(prefix) ?? "bundle", files: inside };
    }),
  );
}

/** The runs in a zip archive. */
export async function zipRuns(name: string, blob: Blob): Promise<ListedRun[]> {
  const files = await listZip(blob);
  const prefixes = bundlePrefixes(files.map(({ path }) => path));
  return describeAll(
    prefixes.map((prefix) => ({
      kind: "zip",
      name: nameOf(prefix) ?? name.replace(/\.zip$/i, ""),
      blob,
      prefix,
    })),
  );
}

/** The runs in what was dropped on the page. */
export async function droppedRuns(transfer: DataTransfer): Promise<ListedRun[]> {
  // The list of items is emptied when the handler of the event returns, so that all are asked at once.
  const items = Array.from(transfer.items, (item) => ({
    file: item.getAsFile(),
    handle: (item as HandleItem).getAsFileSystemHandle?.(),
    entry: item.webkitGetAsEntry(),
  }));
  const runs: ListedRun[] = [];
  for (const { file, handle, entry } of items) {
    const opened = await handle?.catch(() => null);
    if (opened?.kind === "directory") runs.push(...(await handleRuns(opened as DirectoryHandle)));
    else if (entry?.isDirectory) runs.push(...(await fileRuns(await filesBelow(entry))));
    else if (file !== null) runs.push(...(await zipRuns(file.name, file)));
  }
  return runs;
}

interface HandleItem {
  getAsFileSystemHandle?(): Promise<{ readonly kind: "file" | "directory" } | null>;
}

/** Folders that hold a marker file, outermost ones only; each ends with a slash, or is "". */
export function bundlePrefixes(paths: readonly string[]): string[] {
  const prefixes = new Set<string>();
  for (const path of paths) {
    const slash = path.lastIndexOf("/") + 1;
    if (markers.has(path.slice(slash))) prefixes.add(path.slice(0, slash));
  }
  return [...prefixes]
    .filter(
      (prefix) => ![...prefixes].some((other) => other !== prefix && prefix.startsWith(other)),
    )
    .toSorted();
}

function nameOf(prefix: string): string | undefined {
  return prefix.split("/").at(-2);
}

async function filesBelow(entry: FileSystemEntry): Promise<PickedFile[]> {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: PickedFile[] = [];
  for (;;) {
    const children = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (children.length === 0) return files;
    for (const child of children) files.push(...(await filesBelow(child)));
  }
}

let picked = 0;

function describeAll(found: readonly SourceDescriptor[]): Promise<ListedRun[]> {
  return Promise.all(found.map(describe));
}

async function describe(descriptor: SourceDescriptor): Promise<ListedRun> {
  const { name } = descriptor;
  const base = { id: `picked-${++picked}`, name, origin: "picked", descriptor } as const;
  const source = await openSource(descriptor);
  const manifest = await readJson(source, "manifest.json");
  if (!manifest.ok) return { ...base, problem: `manifest.json: ${manifest.message}` };
  const fields = (manifest.value ?? {}) as { readonly [key: string]: unknown };
  const entry: { -readonly [Key in keyof ListedRun]: ListedRun[Key] } = { ...base };
  for (const key of ["runId", "flowName", "status", "startedAt", "finishedAt"] as const) {
    const value = fields[key];
    if (typeof value === "string") entry[key] = value;
  }
  const title = fields["runTitle"];
  if (typeof title === "string") entry.title = title;
  return entry;
}
