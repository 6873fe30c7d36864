import type { Command } from "commander";
import type { Streams } from "./run-program.ts";

/** Columns of the help, whatever the terminal: it is shown in documents too. */
const helpWidth = 100;

/** What all commands have in common: where they write, and that errors are thrown and not printed. */
export function withSettings(command: Command, { stdout, stderr }: Streams): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureHelp({ helpWidth, showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      // Told once, by who catches it.
      outputError: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}
