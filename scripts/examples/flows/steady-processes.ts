import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { RunOptions } from "@flow-bundle/runtime";
import { createProcessOwner } from "../../../packages/runtime/src/process/index.ts";
import type { OwnedProcess, ProcessExit } from "../../../packages/runtime/src/process/index.ts";

type ProcessOwner = NonNullable<RunOptions["processes"]>;

/** What each process takes, in milliseconds of the fixed clock. */
const processMs = 150;

/**
 * Real processes, of which everything that depends on how busy the machine is has been taken: each takes the same time,
 * which passes when it starts; it has ended when all that it wrote was read; and one whose input has ended is never
 * ended by force, but waited for.
 */
export function steadyProcesses(pass: (ms: number) => void): ProcessOwner {
  const owner = createProcessOwner();
  return {
    async start(command) {
      const started = await owner.start(command);
      pass(processMs);
      return steady(started);
    },
    terminateAll: () => owner.terminateAll(),
    killAll: () => owner.killAll(),
  };
}

function steady(process: OwnedProcess): OwnedProcess {
  const { pid, stdout, stderr } = process;
  const exited = endOf(process);
  const stdin = inputOf(process, exited);
  return {
    pid,
    stdin,
    stdout,
    stderr,
    exited,
    isRunning: () => process.isRunning(),
    async terminate(graceMs) {
      if (stdin.writableEnded) await exited;
      await process.terminate(graceMs);
    },
  };
}

async function endOf({ exited, stdout, stderr }: OwnedProcess): Promise<ProcessExit> {
  const read = [stdout, stderr].map((stream) => finished(stream).catch(() => undefined));
  const exit = await exited;
  await Promise.all(read);
  return exit;
}

/** The input of a process: when it was ended, it has ended only when the process has. */
function inputOf({ stdin }: OwnedProcess, exited: Promise<ProcessExit>): Writable {
  const input = new Writable({
    write: (chunk: Buffer, _encoding, done) => void stdin.write(chunk, done),
    async final(done) {
      stdin.end();
      await exited;
      done();
    },
  });
  // It is no error that a process does not want its input.
  input.on("error", () => undefined);
  return input;
}
