import { versionOf } from "../bases.ts";
import { judgementOfRuleCase, requirementOf, ruleCases } from "../rule-files.ts";
import type { FamilyType } from "./family.ts";

interface Data {
  /** Cases that are left out, by id, with the reason. */
  readonly except: Readonly<Record<string, string>>;
  /** Rules that the base of a case breaks and the case does not, by the id of the case. */
  readonly without: Readonly<Record<string, readonly string[]>>;
  /** Requirements that a case shows beside that of its rule, by the id of the case. */
  readonly also: Readonly<Record<string, readonly string[]>>;
}

/**
 * Every case and near miss in `fixtures/invalid`, for validators. Those with options of our own validator are left out,
 * and those that no folder can show.
 */
export const validatorRules: FamilyType<Data> = {
  expand: ({ except, without, also }) =>
    ruleCases()
      .filter((item) => item.options === undefined && !Object.hasOwn(except, item.id))
      .filter(({ mutation }) => !mutation.some(changesWhileRead))
      .map((item) => {
        const { verdict, ruleIds } = judgementOfRuleCase(item);
        const gone = without[item.id] ?? [];
        return {
          id: `validator/rule/${item.id}`,
          title: `${item.isNearMiss ? "right: " : ""}${item.title}`,
          role: "validator",
          status: "active",
          requirements: [requirementOf(item.rule), ...(also[item.id] ?? [])],
          capabilities: item.filesystem === true ? ["hostile"] : [],
          specVersions: [versionOf(item.base)],
          bundle: { base: item.base, mutation: item.mutation },
          expect: { verdict, ruleIds: ruleIds.filter((id) => !gone.includes(id)) },
        };
      }),
};

function changesWhileRead(operation: { readonly op: string; readonly because?: string }): boolean {
  return operation.op === "unreadable" && operation.because === "changed";
}
