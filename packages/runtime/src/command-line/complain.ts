import type { Output } from "./output.ts";

/** Tells what went wrong: the name of the command, and what it is. What it quotes may be hostile. */
export async function complain(stderr: Output, command: string, message: string): Promise<void> {
  const { printable } = await import("@flow-bundle/bundle");
  const lines = message.split("\n").map((line) => printable(line, { max: 4000 }));
  stderr.write(`${command}: ${lines.join("\n")}\n`);
}
