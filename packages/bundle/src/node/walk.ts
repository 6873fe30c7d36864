import { lstatSync, readdirSync } from "node:fs";
import type { BigIntStats } from "node:fs";
import { sep } from "node:path";
import { checkPath } from "../source/path.ts";
import { SourceError } from "../source/source.ts";
import type { EntryType, SourceEntry } from "../source/source.ts";
import { fromErrno, isSameFolder } from "./verified-open.ts";
import type { Identity, Root } from "./verified-open.ts";

interface Frame {
  /** Bundle-relative path of the folder with a final `/`; "" for the root. */
  readonly prefix: string;
  readonly absolute: string;
  /** Last name first. */
  readonly names: Name[];
}

/** A name in a folder; `raw` is set when its bytes are not UTF-8, and `text` then shows them as `\xff`. */
interface Name {
  readonly text: string;
  readonly raw?: Buffer;
}

/** Yields the tree below the root in the order that `BundleSource.entries` promises, with no recursion. */
export function* walkDirectory(root: Root): Generator<SourceEntry> {
  const listed = listFolder(root.path, root.identity);
  if ("problem" in listed) throw listed.cause;
  const stack: Frame[] = [{ prefix: "", absolute: root.path, names: listed.names }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const name = top.names.pop();
    if (name === undefined) {
      stack.pop();
      continue;
    }
    const path = top.prefix + name.text;
    const absolute = top.absolute + sep + name.text;
    const stats = lstatEntry(top.absolute, name);
    if (stats === undefined) continue;
    if (stats === "unreadable") {
      const problem = checkPath(path) === undefined ? "unreadable" : "bad-path";
      yield { path, type: "special", bytes: 0, problem };
      continue;
    }
    const type = typeOf(stats);
    const bytes = type === "file" ? Number(stats.size) : 0;
    if (name.raw !== undefined || checkPath(path) !== undefined) {
      yield { path, type, bytes, problem: "bad-path" };
    } else if (type !== "directory") {
      yield { path, type, bytes };
    } else {
      const inner = listFolder(absolute, stats);
      if ("problem" in inner) {
        yield { path, type, bytes, problem: inner.problem };
      } else {
        yield { path, type, bytes };
        stack.push({ prefix: `${path}/`, absolute, names: inner.names });
      }
    }
  }
}

function typeOf(stats: BigIntStats): EntryType {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "directory";
  return stats.isSymbolicLink() ? "link" : "special";
}

/** Undefined when the entry has vanished since its folder was listed. */
function lstatEntry(folder: string, name: Name): BigIntStats | "unreadable" | undefined {
  const absolute =
    name.raw === undefined
      ? folder + sep + name.text
      : Buffer.concat([Buffer.from(folder + sep), name.raw]);
  try {
    return lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  } catch {
    return "unreadable";
  }
}

type Listing =
  | { readonly names: Name[] }
  | { readonly problem: "unreadable" | "changed"; readonly cause: Error };

function listFolder(absolute: string, identity: Identity): Listing {
  try {
    const names = readNames(absolute);
    // Between lstat and readdir the folder may have been exchanged for a link that leads out of the bundle.
    if (isSameFolder(absolute, identity)) return { names };
    const message = "The folder was exchanged while it was being listed";
    return { problem: "changed", cause: new SourceError("changed", "", message) };
  } catch (error) {
    return { problem: "unreadable", cause: fromErrno(error, "") };
  }
}

function readNames(absolute: string): Name[] {
  const texts = readdirSync(absolute);
  // U+FFFD stands for bytes that are not UTF-8, or for itself; only the bytes tell.
  const isClean = !texts.some((text) => text.includes("\ufffd"));
  const names = isClean
    ? texts.map((text) => ({ text }))
    : readdirSync(absolute, { encoding: "buffer" }).map(fromBytes);
  return names.toSorted((a, b) => (a.text < b.text ? 1 : a.text > b.text ? -1 : 0));
}

function fromBytes(raw: Buffer): Name {
  const text = raw.toString("utf8");
  if (Buffer.from(text, "utf8").equals(raw)) return { text };
  let shown = "";
  for (const byte of raw) {
    const isPrintable = byte >= 0x20 && byte < 0x7f;
    shown += isPrintable ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
  }
  return { text: shown, raw };
}
