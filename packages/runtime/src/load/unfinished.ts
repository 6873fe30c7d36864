import { FlowError } from "../errors.ts";

/**
 * Waits for a module. When the process has nothing left to do and the module still waits at its top level, it would end
 * without a word; instead that is an error.
 */
export async function untilFinished<T>(loading: Promise<T>, file: string): Promise<T> {
  const { promise: idle, reject } = Promise.withResolvers<never>();
  const onIdle = () => {
    const what = "it waits, with an await at its top level, for something that never happens";
    reject(new FlowError("load", `${file} never finishes loading: ${what}`));
  };
  process.once("beforeExit", onIdle);
  try {
    return await Promise.race([loading, idle]);
  } finally {
    process.off("beforeExit", onIdle);
  }
}
