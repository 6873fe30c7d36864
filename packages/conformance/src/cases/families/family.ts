import type { Case } from "../case.ts";

/** A case before the loader adds where it was written down. */
export type ExpandedCase = Omit<Case, "file">;

/** A kind of family: how the data of one file become cases. */
export interface FamilyType<Data> {
  /** Throws with a sentence that says what is wrong with the data. */
  expand(data: Data): readonly ExpandedCase[];
}

/** `1.1-shell` of `valid/1.1-shell`, `acpx-0.19.1/shell-ok` of `third-party/acpx-0.19.1/shell-ok`. */
export function shortName(base: string): string {
  return base.replace(/^(valid|warn|third-party)\//, "");
}

/** The view of a whole bundle of the fixtures. */
export function viewOfBundle(base: string): { file: string } {
  return { file: `views/bundles/${shortName(base)}.json` };
}
