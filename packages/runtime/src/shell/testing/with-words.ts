import { readFileSync } from "node:fs";
import { runningProcesses } from "../../process/system-processes.ts";

/** Ids of the processes that have these words, one after the other, in their command line. */
export function withWords(...words: string[]): number[] {
  const ids = (runningProcesses() ?? []).map(({ pid }) => pid);
  return ids.filter((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, "latin1");
      return line.startsWith(`${words.join("\0")}\0`);
    } catch {
      // It has ended since.
      return false;
    }
  });
}
