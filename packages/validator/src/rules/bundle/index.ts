import type { Rule } from "../../engine/rule.ts";
import { fileMissing } from "./file-missing.ts";
import { leftoverTemporary } from "./leftover-temporary.ts";
import { link } from "./link.ts";
import { manifestMissing } from "./manifest-missing.ts";
import { notFinished } from "./not-finished.ts";
import { pathGrammar } from "./path-grammar.ts";
import { specialFile } from "./special-file.ts";
import { unexpectedEntry } from "./unexpected-entry.ts";
import { unreadable } from "./unreadable.ts";

/** The rules of the area `bundle` that are code. */
export const bundleRules: readonly Rule[] = [
  fileMissing,
  leftoverTemporary,
  link,
  manifestMissing,
  notFinished,
  pathGrammar,
  specialFile,
  unexpectedEntry,
  unreadable,
];
