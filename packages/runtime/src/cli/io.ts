import { homedir } from "node:os";
import { processOutput, type Streams } from "../command-line/index.ts";

/** What the command needs of the process it runs in. */
export interface Io extends Streams {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Working directory, absolute. */
  readonly directory: string;
  /** The user's home. */
  readonly home: string;
  /** All of standard input, as bytes. */
  readStdin(): Promise<Uint8Array>;
}

/** The real process. */
export function processIo(): Io {
  return {
    stdout: processOutput(process.stdout, (code) => {
      process.stderr.write(`flow: standard output cannot be written (${code})\n`);
    }),
    stderr: processOutput(process.stderr),
    env: process.env,
    directory: process.cwd(),
    home: homedir(),
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}
