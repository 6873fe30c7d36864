// node load.ts FILE...: loads flows in a process of its own and prints what came of it, one line of JSON for each.
import * as flows from "../../authoring/index.ts";
import { loadFlow } from "../load-flow.ts";

/** What the process prints for a file. */
export interface Loaded {
  readonly path?: string;
  /** The own properties of the flow that JSON can hold. */
  readonly flow?: Record<string, unknown>;
  /** Whether everything that the flow lists under `own` is of the modules of this process. */
  readonly isOwn?: boolean;
  /** What the function `late` of the flow gives. */
  readonly late?: unknown;
  readonly error?: { readonly code: string; readonly message: string; readonly cause: string };
}

interface Probe {
  readonly own?: Record<string, unknown>;
  readonly late?: () => unknown;
}

async function load(file: string): Promise<Loaded> {
  try {
    const { flow, path } = await loadFlow(file);
    const { own = {}, late } = flow as Probe;
    const isOwn = Object.entries(own).every(
      ([name, value]) => value === (flows as Record<string, unknown>)[name],
    );
    return {
      path,
      flow: { ...(flow as object) },
      isOwn: isOwn && Object.keys(own).length > 0,
      late: await late?.(),
    };
  } catch (error) {
    const { name, code, message, cause } = error as Error & { code: string };
    if (name !== "FlowError") throw error;
    return { error: { code, message, cause: String(cause) } };
  }
}

for (const file of process.argv.slice(2)) {
  process.stdout.write(`${JSON.stringify(await load(file))}\n`);
}
