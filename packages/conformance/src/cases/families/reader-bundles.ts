import { versionOf } from "../bases.ts";
import { shortName, viewOfBundle, type FamilyType } from "./family.ts";

/** Bundles, with the capabilities that a reader needs for each. */
interface Data {
  readonly bundles: Readonly<Record<string, readonly string[]>>;
}

/** Whole bundles, for readers: each has a view. */
export const readerBundles: FamilyType<Data> = {
  expand: ({ bundles }) =>
    Object.entries(bundles).map(([base, capabilities]) => ({
      id: `reader/bundle/${shortName(base)}`,
      title: `the bundle ${shortName(base)}`,
      role: "reader",
      status: "active",
      requirements: ["view-fold"],
      capabilities: [...capabilities],
      specVersions: [versionOf(base)],
      bundle: { base },
      expect: {
        view: viewOfBundle(base),
        ...(capabilities.includes("torn-tail") && { torn: true }),
      },
    })),
};
