import type { OwnedProcess, ProcessCommand, ProcessOwner } from "../process/owned-process.ts";

/** When so many processes have ended, it is time to look which of them left nothing behind. */
const tidyAt = 64;

/** The processes of one run, when several runs share their owner: ending those of one leaves the others alone. */
export class RunProcesses implements ProcessOwner {
  readonly #owner: ProcessOwner;
  /** Those of which something may still run. */
  readonly #started = new Set<OwnedProcess>();
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
    await Promise.all([...this.#started].map((started) => started.terminate()));
  }

  killAll(): void {
    this.#owner.killAll();
  }

  async #follow(started: OwnedProcess): Promise<void> {
    this.#started.add(started);
    await started.exited;
    if (++this.#ended % tidyAt === 0) this.#tidy();
  }

  /** A run can have thousands of commands: what has ended is let go. */
  #tidy(): void {
    for (const started of this.#started) {
      if (!started.isRunning()) this.#started.delete(started);
    }
  }
}
