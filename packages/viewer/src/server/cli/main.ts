import { parseArgs } from "node:util";
import { findRuns } from "../find-runs.ts";
import { serve } from "../server.ts";
import { openBrowser } from "./open-browser.ts";

const help = `Usage: bundle-view [options] PATH...

Shows flow run bundles in the browser. A PATH is a bundle, or a folder with bundles in it.
The page is served on this machine alone, until the command is stopped with Ctrl+C.

Options:
  --port NUMBER  listen on this port (default: a free one)
  --no-open      do not open the browser
  -h, --help     show this text

Exit codes: 0 stopped, 2 wrong usage or nothing to show.
`;

/** The command; returns when it is stopped. */
export async function main(args: readonly string[]): Promise<number> {
  const options = parse(args);
  if (typeof options === "string") return fail(options);
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  const notes: string[] = [];
  const runs = findRuns(options.paths, notes);
  for (const note of notes) process.stderr.write(`bundle-view: ${note}\n`);
  if (runs.length === 0) {
    return fail(
      "there is no bundle at the given paths: a bundle has manifest.json or trace.ndjson",
    );
  }
  let server;
  try {
    server = await serve({ paths: options.paths, port: options.port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return fail(code === "EADDRINUSE" ? `port ${options.port} is in use` : message);
  }
  const [only] = runs;
  const url = runs.length === 1 && only !== undefined ? `${server.url}?run=${only.id}` : server.url;
  process.stdout.write(`${runs.length} ${runs.length === 1 ? "run" : "runs"} at ${url}\n`);
  if (options.open) openBrowser(url);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve());
  });
  await server.close();
  return 0;
}

interface Options {
  readonly paths: readonly string[];
  readonly port: number;
  readonly open: boolean;
  readonly help: boolean;
}

function parse(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        port: { type: "string", default: "0" },
        open: { type: "boolean", default: true },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Infinity;
    if (port > 65_535) return `--port takes a number from 0 to 65535, not ${values.port}`;
    if (positionals.length === 0 && !values.help) return "a PATH is missing";
    return { paths: positionals, port, open: values.open, help: values.help };
  } catch (error) {
    return (error as Error).message;
  }
}

function fail(message: string): number {
  process.stderr.write(`bundle-view: ${message}\nSee bundle-view --help.\n`);
  return 2;
}
