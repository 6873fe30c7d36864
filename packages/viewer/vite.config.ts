import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Builds the page: static files without inline scripts or styles, that work from any folder of any host. */
export default defineConfig({
  root: path("src/app"),
  base: "./",
  publicDir: path("src/app/public"),
  build: {
    outDir: path("dist/app"),
    emptyOutDir: true,
    target: "es2022",
    // What is inlined would be a data: URL, which the policy of the page forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
    reportCompressedSize: false,
    // The licences of all that is bundled, beside it.
    license: { fileName: "licences.md" },
    rolldownOptions: { checks: { moduleLevelDirective: false, bundlerTimings: false } },
  },
  worker: {
    format: "es",
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
