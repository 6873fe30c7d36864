import type { Role } from "../src/cases/case.ts";
import type { Answer, Request } from "../src/generated/types.ts";
import type { Operation } from "../src/mutate/operation.ts";

/** An implementation that is wrong on purpose, in one way. It does everything else as our own does. */
export interface Saboteur {
  /** What it does wrong, in a few words with `-`; with its role, its id. */
  readonly name: string;
  readonly role: Role;
  /** The same in a sentence. */
  readonly title: string;
  /** The check that names it. */
  readonly check: string;
  /** Cases that show it; every one must. */
  readonly cases: readonly string[];
  /** Misunderstands the request. */
  readonly request?: (request: Request) => Request;
  /** Reads the trace as if it had these lines, each with its LF if it has one. For readers. */
  readonly trace?: (lines: readonly string[]) => readonly string[];
  /** Damages the bundle that was written. Gets the paths of its files, and the request. */
  readonly mutation?: (files: readonly string[], request: Request) => readonly Operation[];
  /** Says something else. */
  readonly answer?: (answer: Answer, request: Request) => Answer;
}
