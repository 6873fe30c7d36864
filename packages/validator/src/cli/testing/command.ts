import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../../bin/bundle-validate.js", import.meta.url));
const loader = new URL("../../../bin/load.js", import.meta.url).href;
const sabotage = new URL("./sabotage.js", import.meta.url);

const { stale } = (await import(loader)) as { readonly stale: () => boolean };

/** Root of the repository. */
export const root = fileURLToPath(new URL("../../../../../", import.meta.url));

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
  /** Options of node itself. */
  readonly node?: readonly string[];
  /** Makes something inside go wrong; see sabotage.js. */
  readonly sabotage?: string;
  /** Nobody reads standard output. */
  readonly deaf?: boolean;
  /** Sends this signal after so many milliseconds. */
  readonly signal?: { readonly name: NodeJS.Signals; readonly after: number };
}

/**
 * Runs the real command `bundle-validate` in a process of its own, with the environment of a plain terminal-less shell.
 * It runs what was built: `npm test` builds first; alone, run `pnpm build` before.
 */
export function runCommand(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  if (stale())
    throw new Error(
      "The command is not built, or not since the code changed: run `pnpm build` first",
    );
  const {
    GITHUB_ACTIONS: _,
    GITHUB_WORKSPACE: __,
    FORCE_COLOR: ___,
    NO_COLOR: ____,
    ...environment
  } = process.env;
  const preload = options.sabotage === undefined ? [] : ["--import", sabotage.href];
  const child = spawn(process.execPath, [...(options.node ?? []), ...preload, bin, ...args], {
    cwd: options.cwd ?? root,
    env: {
      ...environment,
      ...options.env,
      ...(options.sabotage === undefined ? {} : { SABOTAGE: options.sabotage }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (options.deaf === true) child.stdout.destroy();
  const signal = options.signal;
  if (signal !== undefined) setTimeout(() => child.kill(signal.name), signal.after);
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, ended) => resolve({ code, signal: ended, ...written }));
  });
}
