import { runProgram } from "@flow-bundle/runtime/command-line";
import { processIo, type Io } from "./io.ts";
import { buildProgram } from "./program.ts";

/**
 * Runs the command `bundle-conformance` and returns its exit code; throws only what is a fault of ours. What a command
 * needs is loaded when it runs.
 */
export function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  return runProgram(argv, io, (done) => buildProgram(io, done));
}
