import { join } from "node:path";

/**
 * Where the examples are run. Bundles name working directories, commands and flow files with their absolute paths: for
 * the same bundles on every machine they have to be the same there.
 */
export const place = "/tmp/flow-bundle-examples";

/** What is in it. */
export const places = {
  /** The folder `examples/` of this repository. */
  examples: join(place, "examples"),
  /** Working directory of the runs. */
  project: join(place, "project"),
  runs: join(place, "runs"),
  home: join(place, "home"),
  temporary: join(place, "tmp"),
} as const;
