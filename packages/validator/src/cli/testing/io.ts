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
    readonly today?: string;
  } = {},
): TestIo {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY: () => Promise.resolve(options.terminal ?? false),
    write: (text: string) => {
      written[name] += text;
    },
  });
  return {
    stdout: output("stdout"),
    stderr: output("stderr"),
    env: options.env ?? {},
    directory: process.cwd(),
    today: options.today ?? "2026-06-30",
    written,
  };
}
