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
  readonly env: NodeJS.ProcessEnv;
  /** Working directory, absolute. */
  readonly directory: string;
}

/** The real process. */
export function processIo(): Io {
  return {
    stdout: streamOutput(process.stdout),
    stderr: streamOutput(process.stderr),
    env: process.env,
    directory: process.cwd(),
  };
}

function streamOutput(stream: NodeJS.WriteStream): Output {
  let gone = false;
  // The reader of a pipe may leave (| head): the work goes on.
  stream.on("error", () => {
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
