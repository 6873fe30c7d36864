import { spawn } from "node:child_process";
import type { OwnedProcess, ProcessCommand, ProcessOwner } from "./owned-process.ts";
import type { ProcessGroup } from "./process-group.ts";
import { newMark, withMark } from "./mark.ts";
import { leadGroup } from "./running-process.ts";
import type { RunningProcess } from "./running-process.ts";
import { startError } from "./start-error.ts";
import { runningProcesses } from "./system-processes.ts";

const graceMs = 1500;
/** When so many groups have lost their leader, it is time to look which of them are empty. */
const tidyAt = 256;

/**
 * Starts processes, each in a process group and session of its own: a signal from the terminal does not reach them, and
 * all that they bring about can be ended with them.
 *
 * What is ended: on Linux the whole session of a process, to whatever group its members have moved, and daemons, which
 * leave it: whoever has the mark of the process in its environment. Elsewhere its process group; daemons are out of
 * reach. On Windows the tree of a process is ended by `taskkill`, at once, and only while the process itself still runs.
 */
export function createProcessOwner(): ProcessOwner {
  const running = new Set<RunningProcess>();
  /** Groups without their leader: something of them may still run. */
  const orphaned = new Set<ProcessGroup>();
  let isOver = false;

  function tidy(): void {
    const system = runningProcesses();
    for (const group of orphaned) if (!group.isRunning(system)) orphaned.delete(group);
  }

  async function follow(started: RunningProcess): Promise<void> {
    running.add(started);
    await started.exited;
    running.delete(started);
    orphaned.add(started.group);
    if (orphaned.size % tidyAt === 0) tidy();
  }

  return {
    async start(command: ProcessCommand): Promise<OwnedProcess> {
      if (isOver) throw new Error("Everything is being killed; nothing is started any more");
      const started = await spawnProcess(command);
      void follow(started);
      if (isOver) started.group.signal("SIGKILL");
      return started;
    },

    async terminateAll(): Promise<void> {
      tidy();
      const ended = await Promise.allSettled([
        ...Array.from(running, (process) => process.terminate(graceMs)),
        ...Array.from(orphaned, (group) => group.end(graceMs)),
      ]);
      const failed = ended.find((result) => result.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    },

    killAll(): void {
      isOver = true;
      const system = runningProcesses();
      const groups = [...Array.from(running, ({ group }) => group), ...orphaned];
      for (const group of groups) group.signal("SIGKILL", system);
    },
  };
}

function spawnProcess(command: ProcessCommand): Promise<RunningProcess> {
  return new Promise((resolve, reject) => {
    const { cwd, shell = false } = command;
    const mark = newMark();
    // A shell gets one text. Node would join it itself, with a warning.
    const hasShell = shell !== false;
    const program = hasShell ? [command.command, ...command.args].join(" ") : command.command;
    try {
      const child = spawn(program, hasShell ? [] : command.args, {
        cwd,
        env: withMark(command.env, mark),
        shell,
        detached: process.platform !== "win32",
        stdio: ["pipe", "pipe", "pipe"],
        windowsHide: true,
      });
      child.once("error", (cause) => reject(startError(command, cause)));
      child.once("spawn", () => resolve(leadGroup(child, mark)));
    } catch (cause) {
      reject(startError(command, cause));
    }
  });
}
