// Bundles our own adapters from what `tsc -b` made: one is started for each of many hundred cases, and to load some three
// hundred small modules takes longer than what it is asked to do.
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const outdir = folder("dist/bundled");

/** The runtime reads its name and version from the file two folders up, which is another one in here. */
const ownName = {
  name: "own-name",
  setup(builder) {
    builder.onLoad({ filter: /runtime\/dist\/engine\/producer\.js$/ }, () => {
      const { name, version } = JSON.parse(readFileSync(folder("../runtime/package.json"), "utf8"));
      const contents = `export const producer = () => (${JSON.stringify({ name, version })});`;
      return { contents, loader: "js" };
    });
  },
};

const { metafile } = await build({
  entryPoints: ["bundle-reader", "bundle-validate", "runtime-producer"].map((name) =>
    folder(`dist/adapters/${name}.js`),
  ),
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.18",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  metafile: true,
  plugins: [ownName],
  logLevel: "warning",
});

// What an earlier build left goes last: an adapter may just be running.
const written = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of readdirSync(outdir)) {
  if (!written.has(name)) rmSync(join(outdir, name));
}

// The agent that producer cases talk to, in one file that needs nothing beside it.
await build({
  entryPoints: [folder("../../examples/agents/scripted-agent.ts")],
  outfile: folder("dist/agent/scripted-agent.js"),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node22.18",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "inline",
  logLevel: "warning",
});
