import { processOutput, type Streams } from "@flow-bundle/runtime/command-line";

/** What the command needs of the process it runs in. */
export interface Io extends Streams {
  readonly env: NodeJS.ProcessEnv;
  /** Working directory, absolute. */
  readonly directory: string;
}

/** The real process. */
export function processIo(): Io {
  return {
    stdout: processOutput(process.stdout),
    stderr: processOutput(process.stderr),
    env: process.env,
    directory: process.cwd(),
  };
}
