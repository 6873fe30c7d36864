import type { FindingInput } from "../../../engine/finding.ts";
import { difference } from "./difference.ts";

/**
 * Findings about `run.json` and `live.json`. Where both files have the same fault, one finding tells of both: as likely
 * as not, it is what they are compared with that is wrong.
 */
export function mergeFindings(
  findings: readonly (FindingInput | undefined)[],
): readonly FindingInput[] {
  const found = findings.filter((finding) => finding !== undefined);
  const [first, second] = found;
  if (first === undefined || second === undefined || !isSameFault(first, second)) return found;
  const { file, pointer } = second;
  const place = { file, ...(pointer !== undefined && { pointer }), message: "the same here" };
  return [{ ...first, related: [place, ...(first.related ?? [])] }];
}

function isSameFault(one: FindingInput, other: FindingInput): boolean {
  return (
    one.pointer === other.pointer &&
    one.message === other.message &&
    difference([one.expected, one.actual], [other.expected, other.actual]) === undefined
  );
}
