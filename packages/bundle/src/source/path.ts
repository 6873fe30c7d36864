import { SourceError } from "./source.ts";

/** Longest path that is opened, in UTF-16 units. */
export const maxPathLength = 1024;

/** C0 and C1 controls and DEL. */
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f-\u009f]/;
const driveLetter = /^[A-Za-z]:/;
const portableSegment = /^[a-z0-9][a-z0-9._-]*$/;

/**
 * Checks the grammar of a path inside a bundle: `/`-separated, relative, without empty, `.` or `..` segments,
 * backslashes, control characters, lone surrogates or a drive letter, at most {@link maxPathLength} UTF-16 units.
 * Every path is checked this way before anything is opened.
 *
 * @returns what is wrong, as a phrase that completes "The path …"; undefined when nothing is.
 */
export function checkPath(path: string): string | undefined {
  if (path === "") return "is empty";
  if (path.length > maxPathLength) return `is longer than ${maxPathLength} characters`;
  if (path.startsWith("/")) return "is absolute (it starts with /)";
  if (driveLetter.test(path)) return "is absolute (it starts with a drive letter)";
  if (path.includes("\\")) return "contains a backslash; segments are separated by /";
  if (control.test(path)) return "contains a control character";
  if (!path.isWellFormed()) return "contains a lone surrogate";
  for (const segment of path.split("/")) {
    if (segment === "") return "has an empty segment";
    if (segment === ".") return 'has a "." segment';
    if (segment === "..") return 'has a ".." segment';
  }
  return undefined;
}

/** Whether every segment of a path is `[a-z0-9][a-z0-9._-]*`: the names that version 1.1 allows in a bundle. */
export function isPortablePath(path: string): boolean {
  return (
    path.length <= maxPathLength &&
    path.split("/").every((segment) => portableSegment.test(segment))
  );
}

/**
 * The same check for sources: throws {@link SourceError} `bad-path`.
 *
 * @returns the segments of the path.
 */
export function pathSegments(path: string): string[] {
  const wrong = checkPath(path);
  if (wrong !== undefined) throw new SourceError("bad-path", path, `The path ${wrong}`);
  return path.split("/");
}
