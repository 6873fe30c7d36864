import type { BundleReport } from "@flow-bundle/schema";

/** What the checking worker tells. */
export type TrustReply =
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | {
      readonly type: "done";
      readonly report: BundleReport;
      /** SHA-256 of manifest.json; undefined when it cannot be read. */
      readonly manifestDigest: string | undefined;
      /** Titles of all rules by id. */
      readonly titles: ReadonlyMap<string, string>;
    }
  | { readonly type: "failed"; readonly message: string };
