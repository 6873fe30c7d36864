import { printable } from "@flow-bundle/bundle";
import { describe } from "../definition/mistakes.ts";
import { FlowError } from "../errors.ts";
import { excerptOf, sourceLine } from "./excerpt.ts";
import { framePlace } from "./stack.ts";
import type { SourcePlace } from "./stack.ts";
import { syntaxError } from "./syntax-error.ts";

/** Says in a sentence why a flow file could not be loaded. */
export function explain(error: unknown, file: string): FlowError {
  if (error instanceof FlowError && error.code === "load") return error;
  const syntax = syntaxError(error, file);
  if (syntax !== undefined) {
    const { place, text } = syntax;
    const message = `${at(place)}: ${printable(text)}${advice(text)}`;
    return loadError(`The flow cannot be loaded. ${message}${excerptOf(place)}`, error);
  }
  if (!(error instanceof Error)) {
    return loadError(`${file} threw ${describe(error)} while it was loaded`, error);
  }
  if (isNotFound(error)) return loadError(`${file} cannot be loaded: ${notFound(error)}`, error);
  const place = framePlace(error);
  const where = place === undefined ? file : at(place);
  if (isFlowError(error)) {
    return new FlowError("definition", `${where}: ${error.message}`, { cause: error });
  }
  const what = printable(`${error.name}: ${error.message}`, { max: 2000 });
  const line = place === undefined ? "" : excerptOf({ ...place, source: sourceLine(place) });
  return loadError(`The flow cannot be loaded. ${where}: it threw ${what}${line}`, error);
}

function loadError(message: string, cause: unknown): FlowError {
  return new FlowError("load", message, { cause });
}

function at({ file, line, column }: SourcePlace): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** Also of another instance of this module: flows may have been loaded by one. */
function isFlowError(error: Error): boolean {
  return error.name === "FlowError" && (error as { code?: unknown }).code === "definition";
}

function advice(text: string): string {
  if (!/top-level await/i.test(text)) return "";
  return '. Rename the file so that it ends with .mts, or put "type": "module" into the package.json of its folder';
}

function isNotFound(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
}

/** CommonJS lists the chain of importers in lines of its own; the nearest one says enough. */
function notFound({ message }: Error): string {
  const [first = "", , importer] = message.split("\n");
  if (importer === undefined) return printable(first);
  const path = importer.replace(/^- /, "").replace(/\?namespace=.*$/, "");
  return printable(`${first} imported from ${path}`);
}
