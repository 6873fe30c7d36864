import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { isRequired } from "./module-format.ts";
import { files, namespace, resolveForFlows } from "./resolve-for-flows.ts";
import { untilFinished } from "./unfinished.ts";

interface Loader {
  readonly load: (file: string) => Promise<unknown>;
}

/** Importing from TypeScript, tsx would take TypeScript in the place of a JavaScript file that was named. */
const importer = new URL("module-loader.js", import.meta.url).href;

let loader: Promise<Loader> | undefined;

/** Evaluates a module and gives its exports: a module namespace, or `module.exports`. */
export async function evaluate(file: string): Promise<unknown> {
  loader ??= createLoader();
  const { load } = await loader;
  return load(file);
}

async function createLoader(): Promise<Loader> {
  const { commonJs, modules } = await registerTsx();
  // Hooks run from the last one back: ours comes before tsx's, and so before the paths of a tsconfig.
  registerHooks({ resolve: resolveForFlows });
  return {
    async load(file) {
      const { href } = pathToFileURL(file);
      files.add(href);
      if (isRequired(file)) return commonJs.require(file, importer) as unknown;
      return untilFinished(modules.import(href, importer), file);
    },
  };
}

/** tsx keeps what it transformed in a folder for temporary files, unless it is told not to while it is loaded. */
async function registerTsx() {
  const name = "TSX_DISABLE_CACHE";
  const before = process.env[name];
  process.env[name] = "1";
  try {
    const [{ register: registerCommonJs }, { register: registerModules }] = await Promise.all([
      import("tsx/cjs/api"),
      import("tsx/esm/api"),
    ]);
    return { commonJs: registerCommonJs({ namespace }), modules: registerModules({ namespace }) };
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}
