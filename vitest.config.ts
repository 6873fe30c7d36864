import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^@flow-bundle\/(schema|bundle|validator|runtime|conformance)$/,
        replacement: source("$1/src/index.ts"),
      },
      {
        find: /^@flow-bundle\/(bundle|validator)\/node$/,
        replacement: source("$1/src/node/index.ts"),
      },
      {
        find: /^@flow-bundle\/bundle\/session$/,
        replacement: source("bundle/src/session/index.ts"),
      },
      {
        find: /^@flow-bundle\/runtime\/(process|command-line)$/,
        replacement: source("runtime/src/$1/index.ts"),
      },
    ],
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    setupFiles: ["scripts/testing/random.ts"],
    // Most tests wait for processes: two cores are better used by two workers than by one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine may have other things to do.
    expect: { poll: { timeout: 20_000 } },
  },
});
