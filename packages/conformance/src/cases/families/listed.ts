import type { CaseDocument, Expectation } from "../../generated/types.ts";
import type { Operation } from "../../mutate/operation.ts";
import { versionOf } from "../bases.ts";
import { viewOfBundle, type ExpandedCase, type FamilyType } from "./family.ts";

/** A case that takes from its family what it does not say itself. */
interface Listed {
  /** The end of its id, after that of the family. */
  readonly name: string;
  readonly title: string;
  readonly base?: string;
  readonly mutation?: readonly Operation[];
  readonly requirements?: readonly string[];
  readonly capabilities?: readonly string[];
  readonly specVersions?: readonly string[];
  readonly status?: CaseDocument["status"];
  readonly note?: string;
  readonly request?: Record<string, unknown>;
  /** `view`: `base`, that of the bundle as it is; `own`: one of the case's own; or one that other cases have too. */
  readonly expect?: Omit<Expectation, "view"> & {
    readonly view?: "base" | "own" | NonNullable<Expectation["view"]>;
  };
}

interface Data extends Omit<Listed, "name" | "title" | "mutation"> {
  /** Beginning of the ids, such as `reader/skew`. */
  readonly id: string;
  readonly role: CaseDocument["role"];
  /** What is done to each bundle before the case's own mutation, and after it. */
  readonly before?: readonly Operation[];
  readonly after?: readonly Operation[];
  readonly cases: readonly Listed[];
}

/** Cases that are listed one by one in one file, with what they have in common said once. */
export const listed: FamilyType<Data> = {
  expand: (family) => family.cases.map((item) => expandOne(item, family)),
};

function expandOne(item: Listed, family: Data): ExpandedCase {
  const base = item.base ?? family.base;
  if (base === undefined) throw new Error(`${item.name}: there is no base`);
  const id = `${family.id}/${item.name}`;
  const expect = item.expect ?? family.expect;
  if (expect === undefined) throw new Error(`${item.name}: nothing is expected`);
  const { view, ...rest } = expect;
  const viewOf = (wanted: NonNullable<typeof view>): NonNullable<Expectation["view"]> => {
    if (wanted === "base") return viewOfBundle(base);
    return wanted === "own" ? { file: `views/${id.replace(/^reader\//, "")}.json` } : wanted;
  };
  const note = item.note ?? family.note;
  const request = item.request ?? family.request;
  const mutation = [...(family.before ?? []), ...(item.mutation ?? []), ...(family.after ?? [])];
  return {
    id,
    title: item.title,
    role: family.role,
    status: item.status ?? family.status ?? "active",
    ...(note !== undefined && { note }),
    requirements: [...(item.requirements ?? family.requirements ?? [])],
    capabilities: [...(item.capabilities ?? family.capabilities ?? [])],
    specVersions: [...(item.specVersions ?? family.specVersions ?? [versionOf(base)])],
    bundle: { base, mutation },
    ...(request !== undefined && { request }),
    expect: {
      ...rest,
      ...(view !== undefined && { view: viewOf(view) }),
    },
  };
}
