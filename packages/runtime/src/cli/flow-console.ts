import { Console } from "node:console";
import { Writable } from "node:stream";
import type { Reporter } from "./report/reporter.ts";

/**
 * While `work` goes on, `console` writes to standard error: flows may log, when they are loaded and when they run, but
 * standard output is for results.
 */
export async function withFlowConsole<Result>(
  reporter: Reporter,
  work: () => Promise<Result>,
): Promise<Result> {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      reporter.interject(chunk.toString());
      done();
    },
  });
  const before = globalThis.console;
  globalThis.console = new Console({ stdout: stream, stderr: stream });
  try {
    return await work();
  } finally {
    globalThis.console = before;
  }
}
