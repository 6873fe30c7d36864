import { fstatSync, statSync, writeSync } from "node:fs";
import { exitCodes } from "./exit-code.ts";

/** One of the two streams that the command writes to. */
export interface Output {
  isTTY(): Promise<boolean>;
  write(text: string): void;
}

/** What the command needs of the process it runs in. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Working directory, absolute. */
  readonly directory: string;
  /** The day in UTC, as YYYY-MM-DD. */
  readonly today: string;
}

/** The real process. */
export function processIo(): Io {
  return {
    stdout: fileOutput(1),
    stderr: fileOutput(2),
    env: process.env,
    directory: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
  };
}

/**
 * A stream by its file descriptor, written at once: what was written is there when the process ends, whatever ends it,
 * and `process.stdout`, whose making costs a tenth of our time on a small bundle, is not needed.
 */
function fileOutput(fd: number): Output {
  let closed = false;
  return {
    async isTTY() {
      // Pipes, files and /dev/null are told apart from terminals without loading node:tty and all that it needs.
      const stats = fstatSync(fd);
      if (!stats.isCharacterDevice()) return false;
      if (stats.rdev === statSync("/dev/null", { throwIfNoEntry: false })?.rdev) return false;
      const { isatty } = await import("node:tty");
      return isatty(fd);
    },
    write(text) {
      if (!closed) closed = !writeAll(fd, Buffer.from(text));
    },
  };
}

/** False when the reader has closed the pipe, as `| head` does: no error, and the exit code stays what it is. */
function writeAll(fd: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // EOF is what Windows says of a closed pipe.
      if (code === "EPIPE" || code === "EOF") return false;
      if (code === "EAGAIN") Atomics.wait(pause, 0, 0, 5);
      else return giveUp(fd, error);
    }
  }
  return true;
}

/** Somebody else made the pipe non-blocking and its reader is slow: wait a little. */
const pause = new Int32Array(new SharedArrayBuffer(4));

function giveUp(fd: number, error: unknown): never {
  if (fd !== 2)
    process.stderr.write(`bundle-validate: the report cannot be written: ${String(error)}\n`);
  process.exit(exitCodes.usage);
}
