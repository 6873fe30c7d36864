import { interruptedText } from "../engine/ending.ts";
import { errorText } from "../engine/error-text.ts";
import { FlowError } from "../errors.ts";
import { RecordingStopped } from "../engine/recording-stopped.ts";
import type { RunEnd, RunOptions } from "../engine/run-options.ts";
import { complain } from "../command-line/index.ts";
import { createProcessOwner } from "../process/index.ts";
import { exitCodeOf, exitCodes } from "./exit-code.ts";
import { excerpt, noLimits } from "./excerpt.ts";
import type { Io } from "./io.ts";
import type { Reporter } from "./report/reporter.ts";
import { onEndSignals } from "./signals.ts";

/** What the engine needs of the command while a run goes on. */
export type Supervision = Required<Pick<RunOptions, "interrupt" | "processes" | "observe">>;

/**
 * Runs a flow under the eyes of the command: the first signal interrupts it, the second ends everything at once; an error
 * that nobody caught interrupts it too. Returns the exit code.
 */
export async function supervised(
  reporter: Reporter,
  io: Io,
  verbose: boolean,
  run: (supervision: Supervision) => Promise<RunEnd>,
): Promise<number> {
  const interrupt = new AbortController();
  const processes = createProcessOwner();
  const onExit = () => {
    reporter.close();
    io.stderr.write(exitText);
    // The run did not complete, whatever the flow said.
    process.exitCode = exitCodes.failed;
  };
  process.on("exit", onExit);
  const releaseSignals = onEndSignals(
    (signal) => {
      reporter.interject(`flow: ${signal}: ending the run; another signal ends it at once\n`);
      interrupt.abort();
    },
    () => {
      reporter.close();
      process.off("exit", onExit);
      process.exit(exitCodes.interrupted);
    },
  );
  let uncaught: { readonly error: unknown } | undefined;
  const onUncaught = (error: unknown) => {
    reporter.interject(`${uncaughtText(error)}\n`);
    uncaught ??= { error };
    interrupt.abort();
  };
  process.on("uncaughtException", onUncaught);
  process.on("unhandledRejection", onUncaught);
  try {
    const end = await run({
      interrupt: interrupt.signal,
      processes,
      observe: (event, state) => reporter.observe(event, state),
    });
    reporter.end(end);
    if (uncaught !== undefined) return exitCodes.bug;
    return exitCodeOf(end, interrupt.signal.aborted && end.error === interruptedText);
  } catch (error) {
    reporter.close();
    if (error instanceof FlowError && error.code === "interrupted") {
      await complain(io.stderr, "flow", error.message);
      return exitCodes.interrupted;
    }
    if (!(error instanceof RecordingStopped)) throw error;
    await complain(io.stderr, "flow", error.message);
    if (verbose && error.stack !== undefined) await complain(io.stderr, "flow", error.stack);
    return exitCodes.failed;
  } finally {
    releaseSignals();
    process.off("exit", onExit);
    process.off("uncaughtException", onUncaught);
    process.off("unhandledRejection", onUncaught);
    processes.killAll();
  }
}

const exitText =
  "flow: something ended this process while the run went on, perhaps process.exit() in the flow; flow resume goes on with the run, flow recover closes it\n";

function uncaughtText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? errorText(error)) : errorText(error);
  const lines = excerpt(stack, noLimits).join("\n");
  return `flow: an error that nobody caught, in the flow or in what runs it; the run is ended\n${lines}`;
}
