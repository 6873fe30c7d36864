import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** What is injected: a system call, at which of its calls, and what happens there. */
export interface Injection {
  readonly call: string;
  readonly when: number;
  readonly fault: "KILL" | "EIO" | "ENOSPC";
}

/** What a process did under strace. */
export interface Traced {
  readonly stdout: string;
  readonly stderr: string;
  /** Lines of strace's log. */
  readonly log: readonly string[];
  /** A fault was injected. */
  readonly wasHit: boolean;
}

/** The calls that change files, by the name of what they do. */
export const calls = ["write", "rename", "openat", "ftruncate", "link", "mkdir", "unlink", "fsync"];

/** Ends the process with a clear message when there is no strace; installs it where that is possible. */
export function needStrace(): void {
  const works = (): boolean => spawnSync("strace", ["-V"]).status === 0;
  if (works()) return;
  if (process.platform !== "linux") refuse("it is a program of Linux");
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    console.error("• apt-get install strace");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "strace"], { stdio: "inherit" });
  }
  if (!works()) refuse("install it (Debian: apt-get install strace)");
}

function refuse(why: string): never {
  console.error(`The crash test needs strace: ${why}.`);
  process.exit(2);
}

/**
 * Runs a command and watches, or disturbs, its calls that touch the given paths. Calls are counted for each thread; with
 * one thread for files the numbers are the same each time.
 */
export async function trace(
  command: readonly string[],
  paths: readonly string[],
  logFile: string,
  injection?: Injection,
): Promise<Traced> {
  const watched = paths.flatMap((path) => ["-P", path]);
  const inject = injection === undefined ? [] : ["-e", `inject=${describe(injection)}`];
  const options = ["-f", "-qq", "-y", "-s", "300", "-o", logFile, "-e", `trace=${calls.join()}`];
  const child = spawn("strace", [...options, ...inject, ...watched, ...command], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, UV_THREADPOOL_SIZE: "1" },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (bytes: Buffer) => (stdout += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (stderr += bytes.toString()));
  await new Promise<void>((resolve, reject) => {
    child.on("close", () => resolve());
    child.on("error", reject);
  });
  const log = existsSync(logFile) ? readFileSync(logFile, "utf8").split("\n") : [];
  const wasHit = log.some(
    (line) => line.includes("INJECTED") || line.includes("killed by SIGKILL"),
  );
  return { stdout, stderr, log, wasHit };
}

/** The form that strace wants. */
export function describe({ call, when, fault }: Injection): string {
  return fault === "KILL"
    ? `${call}:signal=KILL:when=${when}`
    : `${call}:error=${fault}:when=${when}`;
}
