import type { FindingInput } from "../engine/finding.ts";
import type { ReportFinding } from "../engine/rule.ts";

/** A hostile bundle may give cause for any number. */
const maxPostponed = 10_000;

/** Findings that what comes later may turn into those of another rule. Beyond a bound they are reported at once. */
export class Postponed {
  readonly #report: ReportFinding;
  readonly #open: { readonly find: () => FindingInput | undefined }[] = [];

  constructor(report: ReportFinding) {
    this.#report = report;
  }

  /** `find` gives the finding, or undefined when there is none any more. */
  add(find: () => FindingInput | undefined): void {
    if (this.#open.length < maxPostponed) this.#open.push({ find });
    else this.#tell(find);
  }

  /** Reports what is left, in the order in which it was added. */
  end(): void {
    for (const { find } of this.#open) this.#tell(find);
    this.#open.length = 0;
  }

  #tell(find: () => FindingInput | undefined): void {
    const finding = find();
    if (finding !== undefined) this.#report(finding);
  }
}
