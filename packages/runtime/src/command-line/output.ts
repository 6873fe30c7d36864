/** One of the two streams that a command writes to. */
export interface Output {
  readonly isTerminal: boolean;
  write(text: string): void;
  /** Fulfilled when what was written has left this process, or has nowhere to go. */
  flush(): Promise<void>;
}

/**
 * Standard output or standard error of this process. Its reader may leave (`| head`) and a terminal may be closed: the
 * work goes on, and what is written from then on goes nowhere. `onFault` is told once of an error of another kind, by
 * its code (`ENOSPC`).
 */
export function processOutput(
  stream: NodeJS.WriteStream,
  onFault: (code: string) => void = () => undefined,
): Output {
  let gone = false;
  stream.on("error", ({ code = "unknown error" }: NodeJS.ErrnoException) => {
    if (!gone && code !== "EPIPE" && code !== "EIO") onFault(code);
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
