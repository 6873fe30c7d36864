import type { Output } from "../../command-line/index.ts";
import type { Io } from "../io.ts";

/** An Io that keeps what was written. */
export interface TestIo extends Io {
  readonly written: { stdout: string; stderr: string };
}

/** A process of our own making. */
export function testIo(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly terminal?: boolean;
    readonly directory?: string;
    readonly home?: string;
    readonly stdin?: Uint8Array;
  } = {},
): TestIo {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr"): Output => ({
    isTerminal: options.terminal ?? false,
    write(text) {
      written[name] += text;
    },
    flush: () => Promise.resolve(),
  });
  return {
    stdout: output("stdout"),
    stderr: output("stderr"),
    env: options.env ?? {},
    directory: options.directory ?? process.cwd(),
    home: options.home ?? "/nonexistent",
    readStdin: () => Promise.resolve(options.stdin ?? new Uint8Array()),
    written,
  };
}
