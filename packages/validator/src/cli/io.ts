import { exitCodes } from "./exit-code.ts";

/** One of the two streams that the command writes to. */
export interface Output {
  readonly isTTY: boolean;
  write(text: string): void;
}

/** What the command needs of the process it runs in. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Working directory, absolute. */
  readonly directory: string;
  /** The day in UTC, as YYYY-MM-DD. */
  readonly today: string;
}

/** The real process. A reader that closes the pipe early (`| head`) is no error; the exit code stays what it is. */
export function processIo(): Io {
  return {
    stdout: stream(() => process.stdout),
    stderr: stream(() => process.stderr),
    env: process.env,
    directory: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
  };
}

/** The streams of the process are made on first use only: that costs time. */
function stream(open: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined;
  const get = () => {
    if (opened === undefined) {
      opened = open();
      opened.on("error", ignoreClosedPipe);
    }
    return opened;
  };
  return {
    get isTTY() {
      return get().isTTY === true;
    },
    write(text) {
      if (text !== "") get().write(text);
    },
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  // EOF is what Windows says of a closed pipe.
  if (error.code === "EPIPE" || error.code === "EOF" || error.code === "ERR_STREAM_DESTROYED") return;
  process.stderr.write(`bundle-validate: the report cannot be written: ${error.message}\n`);
  process.exit(exitCodes.usage);
}
