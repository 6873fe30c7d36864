import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** Tests that need other languages: `pnpm test:foreign`. */
const { test, ...rest } = shared;
export default defineConfig({
  ...rest,
  test: {
    ...test,
    include: ["scripts/foreign/**/*.foreign.ts"],
    maxWorkers: 2,
    testTimeout: 300_000,
  },
});
