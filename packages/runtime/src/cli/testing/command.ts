import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../../bin/flow.js", import.meta.url));
const built = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));

/** Root of the repository. */
export const root = fileURLToPath(new URL("../../../../../", import.meta.url));

/** A flow of the tests. */
export function flowFile(name: string): string {
  return fileURLToPath(new URL(`./flows/${name}.flow.ts`, import.meta.url));
}

/** How a command ended and what it wrote. */
export interface CommandResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a test wants of the process. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Nobody reads standard output. */
  readonly deaf?: boolean;
  /** Of a shell: it gets the command as `$0` and `$@`. */
  readonly script?: string;
}

/** A command that runs. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly result: Promise<CommandResult>;
  /** What came on a stream so far. */
  readonly written: { readonly stdout: string; readonly stderr: string };
}

/**
 * Starts the real command `flow` in a process of its own, without a terminal and with a home of its own. It runs what was
 * built: `npm test` builds first; alone, run `pnpm build` before.
 */
export function startCommand(
  args: readonly string[],
  options: CommandOptions = {},
): RunningCommand {
  if (!existsSync(built)) throw new Error("The command is not built: run `pnpm build` first");
  const { FORCE_COLOR: _, NO_COLOR: __, FLOW_RUNS_DIR: ___, ...environment } = process.env;
  const { script } = options;
  const line = [process.execPath, bin, ...args];
  const [program = "", ...rest] = script === undefined ? line : ["sh", "-c", script, ...line];
  const child = spawn(program, rest, {
    cwd: options.cwd ?? root,
    env: { ...environment, HOME: "/nonexistent", ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A command that ends without reading it.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.stdin ?? "");
  if (options.deaf === true) child.stdout.destroy();
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
    });
  }
  const result = new Promise<CommandResult>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...written }));
  });
  return { child, result, written };
}

/** The same, to its end. */
export function runCommand(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return startCommand(args, options).result;
}

/** Waits until something holds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => void setTimeout(resolve, 10));
  }
}
