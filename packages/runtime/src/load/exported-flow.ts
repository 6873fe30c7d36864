import { types } from "node:util";
import { describe } from "../definition/mistakes.ts";
import { isPlainEnough } from "../definition/read.ts";
import { FlowError } from "../errors.ts";

const example = "export default defineFlow({ … })";

/** The flow among the exports of a module: its default export, or `module.exports`. */
export function exportedFlow(exports: unknown, file: string): unknown {
  const found = unwrap(exports);
  if (isLikeFlow(found)) return found;
  throw new FlowError("load", `${file} exports no flow: ${reason(exports, found)}`);
}

/** Modules that were made from others have a default in their default. */
function unwrap(exports: unknown): unknown {
  let found = exports;
  for (let depth = 0; depth < 3 && hasDefault(found); depth += 1) found = found.default;
  return found;
}

function reason(exports: unknown, found: unknown): string {
  const other = Object.entries(isPlainEnough(exports) ? exports : {}).find(
    ([name, value]) => name !== "default" && name !== "module.exports" && isLikeFlow(value),
  );
  if (other !== undefined) {
    return `its export ${other[0]} looks like one, but it has to be the default: export default ${other[0]}`;
  }
  if (!hasDefault(exports) && (types.isModuleNamespaceObject(exports) || found === exports)) {
    return `it has no default export; a flow file ends with ${example}`;
  }
  const advice = types.isPromise(found)
    ? "await it, in a file that ends with .mts"
    : `a flow file ends with ${example}`;
  return `its default export is ${describe(found)}; ${advice}`;
}

function hasDefault(value: unknown): value is { readonly default: unknown } {
  return isPlainEnough(value) && !isLikeFlow(value) && "default" in value;
}

/** It need not be a good one: what is wrong with it is told when it is checked. */
function isLikeFlow(value: unknown): boolean {
  return isPlainEnough(value) && ["startAt", "nodes", "edges"].some((name) => name in value);
}
