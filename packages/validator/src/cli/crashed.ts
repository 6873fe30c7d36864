import type { Target } from "./discover.ts";
import { exitCodes } from "./exit-code.ts";
import type { Outcome } from "./request.ts";

/** The outcome when we failed, not the bundle. */
export function crashed(target: Target, error: unknown): Outcome {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const detail = error instanceof Error ? error.stack : undefined;
  return {
    failure: { path: target.name, message: `internal error: ${message}`, exitCode: exitCodes.bug },
    ...(detail === undefined ? {} : { detail }),
  };
}
