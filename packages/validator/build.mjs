// Bundles the command into dist/command, from what `tsc -b` made, as scripts for bin/load.js: to load some three hundred
// small modules would take four times as long as to check a small bundle.
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { inputDigests } from "./bin/load.js";

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const outdir = file("dist/command");

/** What a plain check does not need, in one script together: each file that is loaded costs time of its own. */
const extras = [
  "cli/config-file.js",
  "cli/explain.js",
  "cli/help.js",
  "cli/list-rules.js",
  "cli/pool.js",
  "cli/progress.js",
  "cli/rule-selection.js",
  "cli/version.js",
  "report/github.js",
  "report/json.js",
  "report/junit.js",
  "report/sarif.js",
].map((path) => file(`dist/${path}`));

/** Other modules that are loaded with `import()`: a script each. */
const loadedLater = new Set();

const lazyModules = {
  name: "lazy-modules",
  setup(builder) {
    builder.onResolve(
      { filter: /^\./ },
      async ({ kind, path, resolveDir, importer, pluginData }) => {
        if (kind !== "dynamic-import" || pluginData === "resolving") return undefined;
        const found = await builder.resolve(path, {
          kind,
          resolveDir,
          importer,
          pluginData: "resolving",
        });
        if (extras.includes(found.path)) return { path: "extras", external: true };
        loadedLater.add(found.path);
        return { path: basename(found.path, ".js"), external: true };
      },
    );
  },
};

/**
 * Writes a script that gives a function, as CommonJS wraps modules. Its first line is a digest of the rest: the name of
 * its entry in the code cache.
 */
async function bundle(name, input) {
  const { outputFiles } = await build({
    ...input,
    write: false,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node22.18",
    // import() becomes require(), which bin/load.js provides.
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "moduleUrl" },
    minifySyntax: true,
    legalComments: "none",
    plugins: [lazyModules],
    logLevel: "warning",
  });
  const [{ text }] = outputFiles;
  const script = `(function (exports, require, module, moduleUrl) {\n${text}})\n`;
  const digest = createHash("sha256").update(script).digest("hex").slice(0, 32);
  writeFileSync(`${outdir}/${name}.cjs`, `// ${digest}\n${script}`);
}

rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
await bundle("main", { entryPoints: [file("dist/cli/main.js")] });
await bundle("worker", { entryPoints: [file("dist/cli/worker.js")] });
const contents = extras.map((path) => `export * from ${JSON.stringify(path)};`).join("\n");
await bundle("extras", { stdin: { contents, resolveDir: file("dist") } });
for (const path of loadedLater) {
  await bundle(basename(path, ".js"), { entryPoints: [path], minifyWhitespace: true });
}
writeFileSync(`${outdir}/inputs.json`, `${JSON.stringify(inputDigests())}\n`);
