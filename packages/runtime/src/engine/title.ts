import type { FlowDefinition } from "../authoring/types.ts";
import { FlowError } from "../errors.ts";
import { errorText } from "./error-text.ts";

const maxBytes = 4096;

/**
 * The title of a run, trimmed; undefined when the flow gives none or a blank one.
 *
 * @throws {FlowError} `definition`, when it cannot be had; `interrupted`, when the run is interrupted meanwhile.
 */
export async function titleOf(
  { name, run }: FlowDefinition,
  input: unknown,
  flowPath: string | undefined,
  interrupt: AbortSignal | undefined,
): Promise<string | undefined> {
  const { title } = run ?? {};
  let given: unknown = title;
  if (typeof title === "function") {
    const context = { input, flowName: name, ...(flowPath !== undefined && { flowPath }) };
    given = await unlessInterrupted(interrupt, async () => title(context)).catch(
      (cause: unknown) => {
        if (cause instanceof FlowError) throw cause;
        const message = `run.title of flow ${JSON.stringify(name)} failed: ${errorText(cause)}`;
        throw new FlowError("definition", message, { cause });
      },
    );
  }
  if (given === undefined || given === null) return undefined;
  if (typeof given !== "string") {
    throw new FlowError("definition", `run.title has to give a string; it gave a ${typeof given}`);
  }
  const text = given.trim();
  if (Buffer.byteLength(text) > maxBytes) {
    throw new FlowError("definition", `run.title gave more than ${maxBytes} bytes`);
  }
  return text === "" ? undefined : text;
}

function unlessInterrupted<Result>(
  interrupt: AbortSignal | undefined,
  run: () => Promise<Result>,
): Promise<Result> {
  if (interrupt === undefined) return run();
  return new Promise((resolve, reject) => {
    const stop = (): void =>
      reject(new FlowError("interrupted", "Interrupted before the run began; nothing was written"));
    if (interrupt.aborted) {
      stop();
      return;
    }
    interrupt.addEventListener("abort", stop, { once: true });
    run()
      .then(resolve, reject)
      .finally(() => interrupt.removeEventListener("abort", stop));
  });
}
