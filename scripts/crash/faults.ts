import { calls } from "./strace.ts";
import type { Injection, Traced } from "./strace.ts";

const faults = ["KILL", "EIO", "ENOSPC"] as const;
/** Runs differ by a few calls: that many are tried beyond those that were counted. */
const spare = 3;

/** Every fault at every call that was seen. */
export function everyInjection(seen: readonly Traced[]): Injection[] {
  return calls.flatMap((call) => {
    const most = Math.max(...seen.map(({ log }) => mostCalls(log, call)));
    const places = Array.from({ length: most === 0 ? 0 : most + spare }, (_, i) => i + 1);
    return faults.flatMap((fault) => places.map((when) => ({ call, when, fault })));
  });
}

/** How often a thread made the call, for the thread that made it most often. */
function mostCalls(log: readonly string[], call: string): number {
  const counts = new Map<string, number>();
  for (const line of log) {
    const [, thread, name] = /^(\d+)\s+(\w+)\(/.exec(line) ?? [];
    if (thread !== undefined && name === call) counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** The paths below a folder that a log names. */
export function pathsBelow(folder: string, { log }: Traced): string[] {
  const found = new Set<string>();
  for (const line of log) {
    for (const [, path] of line.matchAll(/["<](\/[^">]*)[">]/g)) {
      if (path?.startsWith(`${folder}/`)) found.add(path);
    }
  }
  return [...found];
}
