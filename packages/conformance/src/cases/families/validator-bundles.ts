import { versionOf } from "../bases.ts";
import { judgementOfBundle } from "../rule-files.ts";
import { shortName, type FamilyType } from "./family.ts";

/** Bundles as they are: what `<bundle>.expect.json` says of them. */
export const validatorBundles: FamilyType<{ readonly bundles: readonly string[] }> = {
  expand: ({ bundles }) =>
    bundles.map((base) => {
      const { verdict, ruleIds } = judgementOfBundle(base);
      return {
        id: `validator/bundle/${shortName(base)}`,
        title: `the bundle ${shortName(base)}`,
        role: "validator",
        status: "active",
        requirements: [],
        capabilities: [],
        specVersions: [versionOf(base)],
        bundle: { base },
        expect: { verdict, ruleIds: [...ruleIds] },
      };
    }),
};
