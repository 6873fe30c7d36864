import type { Rule } from "../../engine/rule.ts";
import { nameMismatch } from "./name-mismatch.ts";
import { secondEdge } from "./second-edge.ts";
import { unknownNode } from "./unknown-node.ts";
import { unknownStart } from "./unknown-start.ts";

/** The rules of the area `flow` that are code. */
export const flowRules: readonly Rule[] = [nameMismatch, secondEdge, unknownNode, unknownStart];
