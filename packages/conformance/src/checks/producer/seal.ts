import { isDeepStrictEqual } from "node:util";
import { buildSeal } from "@flow-bundle/bundle";
import { show } from "../show.ts";
import { producerCheck } from "./producer-check.ts";

const finished = new Set(["completed", "failed", "timed_out"]);

/** Finished bundles are sealed, others are not. */
export const seal = producerCheck({
  name: "seal",
  title: "seals the bundle of a run that has ended, and no other",
  requirements: ["seal-missing", "seal-premature", "seal-trace", "seal-file"],
  capability: "seal",
  says: () => true,
  async compare({ expected: { status }, found }) {
    const { seal } = found.manifest;
    if (found.version === "1.0") {
      return { message: "the bundle is of a version without seals", expected: "1.1", found: "1.0" };
    }
    if (!finished.has(status)) {
      return seal === undefined
        ? undefined
        : { message: "a bundle that is not finished is sealed" };
    }
    if (seal === undefined) return { message: "the finished bundle has no seal" };
    const right = await buildSeal(found.source);
    if (isDeepStrictEqual(seal, right)) return undefined;
    return {
      message: "the seal is not that of the bundle",
      expected: show(right),
      found: show(seal),
    };
  },
});
