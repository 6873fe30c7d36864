import { fileURLToPath } from "node:url";

/** A place in a source file. Lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

const own = fileURLToPath(new URL("..", import.meta.url));

/** Where an error was thrown: the first frame that is neither node's nor a dependency's nor ours. */
export function framePlace(error: Error): SourcePlace | undefined {
  for (const frame of (error.stack ?? "").split("\n")) {
    const match = /^ {4}at (?:.*\()?(.+?):(\d+):(\d+)\)?$/.exec(frame);
    if (match === null) continue;
    const [, location = "", line, column] = match;
    const file = pathOf(location);
    if (file === undefined || file.startsWith(own) || /[/\\]node_modules[/\\]/.test(file)) continue;
    return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}

/** The path of a file in a stack or a message, without what loaders add to it. */
export function pathOf(location: string): string | undefined {
  const plain = location.replace(/\?(?:tsx-)?namespace=.*$/, "");
  if (plain.startsWith("file:")) return fileURLToPath(plain);
  return /^(?:\/|[A-Za-z]:\\)/.test(plain) ? plain : undefined;
}
