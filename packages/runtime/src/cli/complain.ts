import { printable } from "@flow-bundle/bundle";
import type { Io } from "./io.ts";

/** Tells on standard error what went wrong: the name of the command, and what it is. */
export function complain(io: Io, message: string): void {
  const lines = message.split("\n").map((line) => printable(line, { max: 4000 }));
  io.stderr.write(`flow: ${lines.join("\n")}\n`);
}
