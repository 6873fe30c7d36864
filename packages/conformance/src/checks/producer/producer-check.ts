import type { ExpectedAttempt, ExpectedRun } from "../../generated/types.ts";
import { expectedOf } from "../../normalise/for-version.ts";
import { plainText } from "../../normalise/plain-text.ts";
import { readEvidence } from "../../produce/evidence.ts";
import type { Evidence, FoundAttempt } from "../../produce/evidence.ts";
import { producedBundle } from "../../produce/produced-bundle.ts";
import type { Check, CheckInput, Deviation } from "../check.ts";

/** What a check of a producer compares. */
export interface Comparison {
  readonly input: CheckInput;
  /** What the case expects of a bundle of this version. */
  readonly expected: ExpectedRun;
  readonly found: Evidence;
}

/** A check of what a producer wrote, in short. */
export interface ProducerCheck extends Pick<Check, "title" | "requirements" | "capability"> {
  /** Name without `producer/`. */
  readonly name: string;
  /** Whether the case says anything that this check compares. */
  readonly says: (expected: ExpectedRun, input: CheckInput) => boolean;
  readonly compare: (
    comparison: Comparison,
  ) => Deviation | undefined | Promise<Deviation | undefined>;
}

/** Makes a check that reads the bundle. Of one that cannot be read only `producer/bundle-valid` speaks. */
export function producerCheck({ name, says, compare, ...rest }: ProducerCheck): Check {
  return {
    ...rest,
    id: `producer/${name}`,
    role: "producer",
    applies: (input) => {
      const { run } = input.item.expect;
      return run !== undefined && bundleOf(input) !== undefined && says(run, input);
    },
    async run(input) {
      const found = await evidenceOf(input);
      const { run } = input.item.expect;
      if (found === undefined || run === undefined) return undefined;
      const expected = expectedOf(run, found.version);
      if (!says(expected, input)) return undefined;
      const deviation = await compare({ input, expected, found });
      return deviation && plain(deviation, input.folder);
    },
  };
}

/** Absolute path of the bundle that is to be checked. */
export function bundleOf({ answer, folder }: CheckInput): string | undefined {
  if (answer !== undefined && answer.bundle === undefined) return undefined;
  return producedBundle(folder, answer);
}

const known = new WeakMap<CheckInput, Promise<Evidence | undefined>>();

/** What there is in the bundle; read once for all checks. */
function evidenceOf(input: CheckInput): Promise<Evidence | undefined> {
  let evidence = known.get(input);
  if (evidence === undefined) {
    const path = bundleOf(input);
    evidence = path === undefined ? Promise.resolve(undefined) : readEvidence(path);
    known.set(input, evidence);
  }
  return evidence;
}

/** A deviation without what differs from run to run. */
export function plain(deviation: Deviation, folder: string): Deviation {
  const { message, expected, found, ...rest } = deviation;
  return {
    ...rest,
    message: plainText(message, folder),
    ...(expected !== undefined && { expected: plainText(expected, folder) }),
    ...(found !== undefined && { found: plainText(found, folder) }),
  };
}

/** An expected attempt beside the one at its place. */
export interface Pair {
  readonly expected: ExpectedAttempt;
  readonly found: FoundAttempt;
  /** Payload of its outcome; empty without one. */
  readonly outcome: Readonly<Record<string, unknown>>;
  /** Which it is, for messages. */
  readonly place: string;
}

/** Attempts that can be compared: those at the same place with the same node. That others are there is a check of its own. */
export function pairs({ expected, found }: Comparison): readonly Pair[] {
  return expected.attempts.flatMap((attempt, index) => {
    const other = found.attempts[index];
    if (other?.nodeId !== attempt.nodeId) return [];
    return [
      {
        expected: attempt,
        found: other,
        outcome: other.outcome ?? {},
        place: placeOf(attempt.nodeId, index),
      },
    ];
  });
}

/** `attempt 2 (build)`. */
export function placeOf(nodeId: string, index: number): string {
  return `attempt ${index + 1} (${/^[\w.#-]+$/.test(nodeId) ? nodeId : JSON.stringify(nodeId)})`;
}

/** The first deviation of any pair. */
export async function firstOf(
  comparison: Comparison,
  compare: (pair: Pair) => Deviation | undefined | Promise<Deviation | undefined>,
): Promise<Deviation | undefined> {
  for (const pair of pairs(comparison)) {
    const deviation = await compare(pair);
    if (deviation !== undefined) return deviation;
  }
  return undefined;
}

/** Whether a case says something of any attempt. */
export function anyAttempt(
  holds: (attempt: ExpectedAttempt) => boolean,
): (expected: ExpectedRun) => boolean {
  return ({ attempts }) => attempts.some((attempt) => holds(attempt));
}
