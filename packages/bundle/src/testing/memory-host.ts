import { memorySource } from "../source/memory.ts";
import { portableSha256 } from "../source/sha256.ts";
import type { BundleSource } from "../source/source.ts";
import type { Host, HostFile, HostFiles, OpenMode, ProcessFacts } from "../write/host.ts";

/**
 * What may go wrong at one call. `killed`: this call and every later one does nothing and never comes back well. `torn`:
 * the same, after half of a write. `lame`: it fails, and so does every later one.
 */
export type Fault = "EIO" | "ENOSPC" | "short" | "killed" | "torn" | "lame";

/** A call of the file system that was counted. */
export interface Call {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

const begin = Date.UTC(2026, 2, 2, 9, 15);

/** Files in memory, a clock that stands still unless told, and one fault at a call of choice. */
export class MemoryHost implements Host {
  readonly calls: Call[] = [];
  readonly process: ProcessFacts;
  readonly files: HostFiles;
  /** Wall clock. */
  time = begin;
  /** How many bytes are written in a millisecond of `elapsed`; default: no time passes. */
  bytesPerMs = Infinity;
  readonly #disk: Disk;
  readonly #fault: { readonly at: number; readonly fault: Fault } | undefined;
  #elapsed = 0;
  #random = 0;
  #isDead = false;
  #timers: { readonly due: number; readonly run: () => void }[] = [];

  constructor(
    disk: Disk = new Disk(),
    pid = 1,
    fault?: { readonly at: number; readonly fault: Fault },
  ) {
    this.#disk = disk;
    this.process = { pid, startedAt: "then", place: "here" };
    this.#fault = fault;
    disk.alive.add(pid);
    this.files = this.#makeFiles();
  }

  now(): number {
    return this.time++;
  }

  elapsed(): number {
    return this.#elapsed;
  }

  randomHex(digits: number): string {
    return `${this.process.pid}${++this.#random}`.padStart(digits, "0").slice(-digits);
  }

  sha256 = portableSha256;

  timer(ms: number, run: () => void): () => void {
    const timer = { due: this.#elapsed + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  isAlive({ pid, place }: ProcessFacts): "alive" | "dead" | "unknown" {
    if (place !== "here") return "unknown";
    return this.#disk.alive.has(pid) ? "alive" : "dead";
  }

  /** Time goes on; timers that are due run, and what they began ends. */
  async advance(ms: number): Promise<void> {
    this.#elapsed += ms;
    const due = this.#timers.filter((timer) => timer.due <= this.#elapsed);
    this.#timers = this.#timers.filter((timer) => timer.due > this.#elapsed);
    for (const timer of due) timer.run();
    await new Promise((resolve) => void setImmediate(resolve));
  }

  /** The process is gone, whatever it was doing. */
  die(): void {
    this.#isDead = true;
    this.#timers = [];
    this.#disk.alive.delete(this.process.pid);
  }

  /** Counts a call; gives its fault when it concerns how much is written. */
  #call(name: string, path: string, bytes = 0): "short" | "torn" | undefined {
    const { calls } = this;
    if (this.#isDead) throw errno("killed");
    calls.push({ name, path, bytes });
    this.#elapsed += bytes / this.bytesPerMs;
    if (this.#fault === undefined || calls.length <= this.#fault.at) return undefined;
    const { at, fault } = this.#fault;
    if (fault === "lame") throw errno("EIO");
    if (calls.length - 1 !== at) return undefined;
    if (fault === "short" || (fault === "torn" && name === "write")) return fault;
    if (fault === "EIO" || fault === "ENOSPC") throw errno(fault);
    this.die();
    throw errno("killed");
  }

  #makeFiles(): HostFiles {
    const disk = this.#disk;
    const call = this.#call.bind(this);
    return {
      source: (path) => disk.source(path),
      resolve: async (path) => path,
      open: async (path, mode) => {
        call("open", path);
        return this.#openFile(path, mode);
      },
      async createFolder(path) {
        call("createFolder", path);
        disk.createFolder(path);
      },
      async link(path, second) {
        call("link", second);
        disk.link(path, second);
      },
      async rename(from, to) {
        call("rename", to);
        disk.rename(from, to);
      },
      async remove(path) {
        call("remove", path);
        if (!disk.files.delete(path)) throw errno("ENOENT");
      },
      async removeFolder(path) {
        call("removeFolder", path);
        disk.removeFolder(path);
      },
      exists: async (path) => disk.files.has(path) || disk.folders.has(path),
      readText: async (path) => {
        const file = disk.files.get(path);
        return file === undefined ? undefined : Buffer.from(file.bytes()).toString();
      },
      async syncFolder(path) {
        call("syncFolder", path);
      },
    };
  }

  #openFile(path: string, mode: OpenMode): HostFile {
    const disk = this.#disk;
    const call = this.#call.bind(this);
    const die = this.die.bind(this);
    if (mode === "append" && !disk.files.has(path)) throw errno("ENOENT");
    if (mode === "new" || !disk.files.has(path)) disk.files.set(path, new MemoryFile());
    const file = disk.files.get(path) ?? new MemoryFile();
    return {
      async write(bytes) {
        const fault = call("write", path, bytes.length);
        const count = fault === undefined ? bytes.length : Math.floor(bytes.length / 2);
        file.append(bytes.slice(0, count));
        if (fault !== "torn") return count;
        die();
        throw errno("killed");
      },
      async truncate(bytes) {
        call("truncate", path);
        file.truncate(bytes);
      },
      async sync() {
        call("sync", path);
      },
      size: async () => file.size,
      async close() {
        call("close", path);
      },
    };
  }
}

/** What stays when a process dies. */
export class Disk {
  readonly files = new Map<string, MemoryFile>();
  readonly folders = new Set<string>(["/runs"]);
  readonly alive = new Set<number>();

  /** The files of a bundle by path, folders among them. */
  bundle(path: string): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    for (const folder of this.folders) {
      if (folder.startsWith(`${path}/`)) found.set(`${folder.slice(path.length + 1)}/`, nothing);
    }
    for (const [file, content] of this.files) {
      if (file.startsWith(`${path}/`)) found.set(file.slice(path.length + 1), content.bytes());
    }
    return found;
  }

  /** What the folder of runs has, beside what is in bundles. */
  beside(): string[] {
    return [...this.files.keys(), ...this.folders]
      .filter((path) => /^\/runs\/\.[^/]+$/.test(path))
      .toSorted();
  }

  source(path: string): BundleSource {
    const now = () => memorySource(path, this.bundle(path));
    return {
      name: path,
      entries: () => now().entries(),
      size: (file) => now().size(file),
      read: (file, maxBytes) => now().read(file, maxBytes),
      blocks: (file, start, end) => now().blocks(file, start, end),
      sha256: portableSha256,
    };
  }

  createFolder(path: string): void {
    if (this.folders.has(path) || this.files.has(path)) throw errno("EEXIST");
    this.folders.add(path);
  }

  link(path: string, second: string): void {
    const file = this.files.get(path);
    if (file === undefined) throw errno("ENOENT");
    if (this.files.has(second)) throw errno("EEXIST");
    this.files.set(second, file);
  }

  rename(from: string, to: string): void {
    const file = this.files.get(from);
    if (file !== undefined) {
      this.files.delete(from);
      this.files.set(to, file);
      return;
    }
    if (!this.folders.has(from)) throw errno("ENOENT");
    if (this.folders.has(to)) throw errno("ENOTEMPTY");
    const moved = (path: string) => to + path.slice(from.length);
    for (const path of Array.from(this.folders)) {
      if (path === from || path.startsWith(`${from}/`)) {
        this.folders.delete(path);
        this.folders.add(moved(path));
      }
    }
    for (const [path, content] of Array.from(this.files)) {
      if (!path.startsWith(`${from}/`)) continue;
      this.files.delete(path);
      this.files.set(moved(path), content);
    }
  }

  removeFolder(path: string): void {
    for (const folder of Array.from(this.folders)) {
      if (folder === path || folder.startsWith(`${path}/`)) this.folders.delete(folder);
    }
    for (const file of Array.from(this.files.keys())) {
      if (file.startsWith(`${path}/`)) this.files.delete(file);
    }
  }
}

const nothing = new Uint8Array();

class MemoryFile {
  size = 0;
  #parts: Uint8Array[] = [];

  append(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.size += bytes.length;
  }

  copy(): MemoryFile {
    const copy = new MemoryFile();
    copy.append(this.bytes());
    return copy;
  }

  truncate(size: number): void {
    this.#parts = [this.bytes().slice(0, size)];
    this.size = size;
  }

  bytes(): Uint8Array {
    if (this.#parts.length !== 1) this.#parts = [new Uint8Array(Buffer.concat(this.#parts))];
    return this.#parts[0] ?? nothing;
  }
}

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}
