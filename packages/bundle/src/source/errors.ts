import { SourceError } from "./source.ts";

// What every backend says in the same case.

export function notFound(path: string): SourceError {
  return new SourceError("not-found", path, "There is no such file");
}

export function notAFile(path: string, options?: ErrorOptions): SourceError {
  return new SourceError("not-a-file", path, "This is a folder, not a file", options);
}

export function tooLarge(path: string, bytes: number, maxBytes: number): SourceError {
  return new SourceError(
    "too-large",
    path,
    `The file has ${bytes} bytes, more than the limit of ${maxBytes}`,
  );
}

export function becameShorter(path: string): SourceError {
  return new SourceError("changed", path, "The file became shorter while it was being read");
}
