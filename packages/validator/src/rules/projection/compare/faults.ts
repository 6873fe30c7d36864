import type { FindingInput, RelatedPlace } from "../../../engine/finding.ts";

/** How many further places a finding names. */
const maxPlaces = 5;

/**
 * Gathers what differs between a projection and what it has to be. Each rule reports its first difference only, with the
 * number of the others: one fault often shows in many places.
 */
export class Faults {
  readonly #byRule = new Map<string, FindingInput[]>();
  readonly #counts = new Map<string, number>();

  add(ruleId: string, finding: FindingInput): void {
    const count = (this.#counts.get(ruleId) ?? 0) + 1;
    this.#counts.set(ruleId, count);
    const list = this.#byRule.get(ruleId);
    if (list === undefined) this.#byRule.set(ruleId, [finding]);
    else if (count <= maxPlaces + 1) list.push(finding);
  }

  has(ruleId: string): boolean {
    return this.#counts.has(ruleId);
  }

  /** The finding of a rule; undefined when it found nothing. */
  finding(ruleId: string): FindingInput | undefined {
    const [first, ...others] = this.#byRule.get(ruleId) ?? [];
    if (first === undefined || others.length === 0) return first;
    const more = (this.#counts.get(ruleId) ?? 1) - 1;
    const places = others.map(({ file, pointer }): RelatedPlace => ({
      file,
      ...(pointer !== undefined && { pointer }),
      message: "another difference",
    }));
    return {
      ...first,
      message: `${first.message} (and ${more} more ${more === 1 ? "difference" : "differences"} of this sort)`,
      related: [...(first.related ?? []), ...places],
    };
  }
}
