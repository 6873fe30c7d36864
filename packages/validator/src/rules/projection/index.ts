import type { Rule } from "../../engine/rule.ts";

/** The rules of the area `projection` that are code. */
export const projectionRules: readonly Rule[] = [];
