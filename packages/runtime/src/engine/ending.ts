/** How a run ends, or that it waits. */
export type Ending =
  | {
      readonly status: "completed";
      /** Output of the last attempt, in its JSON form. */
      readonly output: unknown;
    }
  | {
      readonly status: "failed" | "timed_out";
      readonly error: string;
      /** What a function of the flow threw, as it was; else an error with the same message. */
      readonly thrown: unknown;
    }
  | {
      readonly status: "waiting";
      readonly nodeId: string;
      readonly attemptId: string;
      readonly summary: string | undefined;
      /** Output of the checkpoint, in its JSON form. */
      readonly output: unknown;
    };

/** Error of attempts and runs that were interrupted. */
export const interruptedText = "Interrupted";

/** A run that was interrupted. */
export function interrupted(): Ending {
  return { status: "failed", error: interruptedText, thrown: new Error(interruptedText) };
}
