import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** Tests of the viewer in a real browser: `pnpm test:browser`. */
const { test, ...rest } = shared;
export default defineConfig({
  ...rest,
  test: {
    ...test,
    include: ["scripts/browser/**/*.browser.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
