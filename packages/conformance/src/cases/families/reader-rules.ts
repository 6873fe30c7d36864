import type { Expectation } from "../../generated/types.ts";
import { versionOf } from "../bases.ts";
import { ruleCases, type RuleCase } from "../rule-files.ts";
import { viewOfBundle, type ExpandedCase, type FamilyType } from "./family.ts";

/** Some cases of `fixtures/invalid`, and what a reader makes of them. */
interface Group {
  readonly requirements: readonly string[];
  readonly capabilities?: readonly string[];
  /** `view`: `base`, that of the bundle the case starts from; `own`: a view of the case's own. */
  readonly expect: Omit<Expectation, "view"> & { readonly view?: "base" | "own" };
  /** Ids of cases and near misses. */
  readonly cases: readonly string[];
}

/** Bundles with one thing changed, for readers: what must be read all the same, and what must be refused. */
export const readerRules: FamilyType<{ readonly groups: readonly Group[] }> = {
  expand({ groups }) {
    const byId = new Map(ruleCases().map((item) => [item.id, item]));
    return groups.flatMap((group) =>
      group.cases.map((id) => {
        const item = byId.get(id);
        if (item === undefined) throw new Error(`there is no case ${id} in fixtures/invalid`);
        return expandOne(item, group);
      }),
    );
  },
};

function expandOne(
  item: RuleCase,
  { requirements, capabilities = [], expect }: Group,
): ExpandedCase {
  const { view, ...rest } = expect;
  return {
    id: `reader/rule/${item.id}`,
    title: item.title,
    role: "reader",
    status: "active",
    requirements: [...requirements],
    capabilities: [...capabilities],
    specVersions: [versionOf(item.base)],
    bundle: { base: item.base, mutation: item.mutation },
    expect: {
      ...rest,
      ...(view === "base" && { view: viewOfBundle(item.base) }),
      ...(view === "own" && { view: { file: `views/rule/${item.id}.json` } }),
    },
  };
}
