import type { FamilyType } from "./family.ts";
import { listed } from "./listed.ts";
import { prefixes } from "./prefixes.ts";
import { readerBundles } from "./reader-bundles.ts";
import { readerRules } from "./reader-rules.ts";
import { validatorBundles } from "./validator-bundles.ts";
import { validatorRules } from "./validator-rules.ts";

/** Every kind of family, by the `type` in its file. */
export const familyTypes: ReadonlyMap<string, FamilyType<never>> = new Map<
  string,
  FamilyType<never>
>([
  ["listed", listed],
  ["prefixes", prefixes],
  ["reader-bundles", readerBundles],
  ["reader-rules", readerRules],
  ["validator-bundles", validatorBundles],
  ["validator-rules", validatorRules],
]);
