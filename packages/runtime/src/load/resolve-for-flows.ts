import type { ResolveHookSync } from "node:module";

/** The modules of flows live in a namespace of tsx, apart from those of the program that runs them. */
export const namespace = "flow-bundle";

/** URLs of flow files, and of all files that they import. */
export const files = new Set<string>();

/** The running copy of this package: sources end with .ts, built files with .js. */
const ending = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
const authoring = new URL(`../authoring/index${ending}`, import.meta.url).href;
const ownModules = new Map([
  ["acpx/flows", authoring],
  ["@flow-bundle/runtime/flows", authoring],
  ["@flow-bundle/runtime", new URL(`../index${ending}`, import.meta.url).href],
]);

/** What tsx puts behind the URL of a module: a query, and into the path of a CommonJS module something like one. */
const marks = /(?:\?|%3F)(?:tsx-)?namespace=.*$/;

/**
 * Resolves what modules of flows import: what they know as the authoring package is the running one, whatever is
 * installed beside them.
 */
export const resolveForFlows: ResolveHookSync = (specifier, context, next) => {
  const { parentURL } = context;
  const isMarked = parentURL?.includes(`namespace=${namespace}`) === true;
  if (parentURL === undefined || !(isMarked || files.has(parentURL)))
    return next(specifier, context);
  const own = ownModules.get(specifier.split("?", 1)[0] ?? specifier);
  if (own !== undefined) return { url: own, shortCircuit: true };
  // tsx loses its mark in import() within CommonJS; in dependencies, which need no tsx, that does no harm.
  const isLost = !isMarked && !parentURL.includes("/node_modules/");
  const parent = isLost ? `${parentURL}?tsx-namespace=${namespace}` : parentURL;
  const resolved = next(specifier, { ...context, parentURL: parent });
  const url = resolved.url.replace(marks, "");
  if (url.startsWith("file:")) files.add(url);
  return resolved;
};
