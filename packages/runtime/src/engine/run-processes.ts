import type { OwnedProcess, ProcessCommand, ProcessOwner } from "../process/owned-process.ts";
import { ProcessGroup } from "../process/process-group.ts";

/** When so many processes have ended, it is time to look which of them left nothing behind. */
const tidyAt = 64;

/** The processes of one run, when several runs share their owner: ending those of one leaves the others alone. */
export class RunProcesses implements ProcessOwner {
  readonly #owner: ProcessOwner;
  /** Those of which something may still run, with their groups. */
  readonly #started = new Map<OwnedProcess, ProcessGroup>();
  #ended = 0;

  constructor(owner: ProcessOwner) {
    this.#owner = owner;
  }

  /** How many processes are held, because something of them may still run. */
  get held(): number {
    return this.#started.size;
  }

  async start(command: ProcessCommand): Promise<OwnedProcess> {
    const started = await this.#owner.start(command);
    void this.#follow(started);
    return started;
  }

  async terminateAll(): Promise<void> {
    this.#tidy();
    await Promise.all([...this.#started.keys()].map((started) => started.terminate()));
  }

  killAll(): void {
    this.#owner.killAll();
  }

  async #follow(started: OwnedProcess): Promise<void> {
    const group = new ProcessGroup(started.pid);
    this.#started.set(started, group);
    await started.exited;
    group.reaped();
    if (++this.#ended % tidyAt === 0) this.#tidy();
  }

  /** A run can have thousands of commands: what has ended is let go. */
  #tidy(): void {
    for (const [started, group] of this.#started) {
      if (!group.isRunning()) this.#started.delete(started);
    }
  }
}
