import type { Rule } from "../../engine/rule.ts";
import { file } from "./file.ts";
import { fileMissing } from "./file-missing.ts";
import { missing } from "./missing.ts";
import { order } from "./order.ts";
import { premature } from "./premature.ts";
import { trace } from "./trace.ts";
import { unlistedFile } from "./unlisted-file.ts";

/** The rules of the area `seal` that are code. */
export const sealRules: readonly Rule[] = [
  file,
  fileMissing,
  missing,
  order,
  premature,
  trace,
  unlistedFile,
];
