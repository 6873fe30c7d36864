import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const bin = file("../../bin/bundle-conformance.js");

/** Our own adapters, as built. */
export const readerAdapter = file("../../adapters/bundle-reader.js");
export const validatorAdapter = file("../../adapters/bundle-validate.js");

/** Root of the repository. */
export const root = file("../../../../");

/** How a command ended and what it wrote. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Throws when the packages were not built: `npm test` builds first; alone, run `pnpm build` before. */
export function demandBuild(): void {
  if (!existsSync(file("../../dist/bundled/bundle-reader.js"))) {
    throw new Error("The command is not built: run `pnpm build` first");
  }
}

/** Starts the real command `bundle-conformance` in a process of its own, without a terminal. */
export function startCommand(
  args: readonly string[],
  cwd: string = root,
  more: NodeJS.ProcessEnv = {},
): { child: ChildProcess; result: Promise<CommandResult> } {
  demandBuild();
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env;
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...env, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const result = new Promise<CommandResult>((resolve) => {
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, result };
}

/** Runs the command to its end. */
export function runCommand(
  args: readonly string[],
  cwd?: string,
  more?: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  return startCommand(args, cwd, more).result;
}
