import * as fc from "fast-check";

/**
 * Property tests draw the same values in each run, so that a failure is never chance. `FUZZ_SEED=N` draws others;
 * `FUZZ_SEED=random` others each time.
 */
const seed = process.env["FUZZ_SEED"] ?? "20260101";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
