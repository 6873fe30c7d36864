import { browserSource, type BundleSource, type DirectoryHandle } from "@flow-bundle/bundle";
import type { FileEntry } from "../../protocol/api.ts";
import { filesSource, type PickedFile } from "./files-source.ts";
import { httpSource } from "./http-source.ts";
import { urlSource } from "./url-source.ts";
import { zipSource } from "./zip-source.ts";

/**
 * How to get at a bundle. Unlike a source, a descriptor can be sent to a worker, which opens a source of its own.
 *
 * - `served`: by `bundle-view`, file by file, by id. `files` is the tree as it was listed.
 * - `handle`: a folder that was picked or dropped.
 * - `files`: the files of a folder, where the browser has no handles.
 * - `zip`: an archive; `prefix` is the folder of the bundle in it, with a slash at the end, or "".
 * - `url`: a folder on the host of the page, with a slash at the end.
 */
export type SourceDescriptor =
  | { readonly kind: "served"; readonly name: string; readonly files: readonly FileEntry[] }
  | { readonly kind: "handle"; readonly name: string; readonly handle: DirectoryHandle }
  | { readonly kind: "files"; readonly name: string; readonly files: readonly PickedFile[] }
  | { readonly kind: "zip"; readonly name: string; readonly blob: Blob; readonly prefix: string }
  | { readonly kind: "url"; readonly name: string; readonly url: string };

/** Opens a source. Nothing is read yet, but the table of contents of an archive. */
export async function openSource(descriptor: SourceDescriptor): Promise<BundleSource> {
  switch (descriptor.kind) {
    case "served":
      return httpSource(descriptor.name, descriptor.files);
    case "handle":
      return browserSource(descriptor.handle, descriptor.name);
    case "files":
      return filesSource(descriptor.name, descriptor.files);
    case "zip":
      return zipSource(descriptor.name, descriptor.blob, descriptor.prefix);
    case "url":
      return urlSource(descriptor.name, descriptor.url);
  }
}
