/** One thing that a check found: where it is, what is wrong, and how it is mended. */
export interface Problem {
  /** Path in the repository, `/`-separated. */
  readonly file: string;
  /** Place in the file, as far as it is known: `line 12`, a JSON Pointer, the name of a type; else empty. */
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** One check of the tree. It looks at nothing but the files below `root`. */
export interface Check {
  readonly name: string;
  /** What holds when the check finds nothing. */
  readonly claim: string;
  run(root: string): readonly Problem[] | Promise<readonly Problem[]>;
}

/** A check that needs to wait for nothing. */
export interface SyncCheck extends Check {
  run(root: string): readonly Problem[];
}

/** The problem in two lines: file, place and message, then the remedy. */
export function formatProblem({ file, place, message, remedy }: Problem): string {
  return `${file}${place && ` (${place})`}: ${message}\n    ${remedy}`;
}
