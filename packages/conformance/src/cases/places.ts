import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packageFile = createRequire(import.meta.url).resolve("@flow-bundle/fixtures/package.json");

/** Absolute path of the fixtures: the package `@flow-bundle/fixtures`. */
export const fixturesFolder: string = dirname(packageFile);

/** Absolute path of the cases of the suite and what belongs to them. */
export const corpusFolder: string = join(fixturesFolder, "conformance");
