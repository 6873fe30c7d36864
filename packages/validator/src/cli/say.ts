import type { Io } from "./io.ts";

/** Tells on standard error what went wrong: a line that begins with the name of the command. */
export function complain(io: Io, message: string): void {
  io.stderr.write(`bundle-validate: ${message}\n`);
}

/** Tells on standard error something that changes no exit code. */
export function note(io: Io, message: string): void {
  io.stderr.write(`bundle-validate: note: ${message}\n`);
}
