import { homedir } from "node:os";

/** One of the two streams that the command writes to. */
export interface Output {
  readonly isTerminal: boolean;
  write(text: string): void;
  /** Fulfilled when what was written has left this process, or has nowhere to go. */
  flush(): Promise<void>;
}

/** What the command needs of the process it runs in. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
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
    stdout: streamOutput(process.stdout),
    stderr: streamOutput(process.stderr),
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

function streamOutput(stream: NodeJS.WriteStream): Output {
  let gone = false;
  // The reader of a pipe may leave (| head), and a terminal may be closed: the work goes on.
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (!gone && stream === process.stdout && code !== "EPIPE" && code !== "EIO") {
      process.stderr.write(`flow: standard output cannot be written (${code})\n`);
    }
    gone = true;
  });
  return {
    isTerminal: stream.isTTY === true,
    write(text) {
      if (!gone) stream.write(text);
    },
    flush() {
      if (gone) return Promise.resolve();
      return new Promise((resolve) => void stream.write("", () => resolve()));
    },
  };
}
