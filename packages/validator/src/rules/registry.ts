import type { Rule } from "../engine/rule.ts";
import { actionRules } from "./action/index.ts";
import { artifactRules } from "./artifact/index.ts";
import { attemptRules } from "./attempt/index.ts";
import { bundleRules } from "./bundle/index.ts";
import { flowRules } from "./flow/index.ts";
import { manifestRules } from "./manifest/index.ts";
import { projectionRules } from "./projection/index.ts";
import { sealRules } from "./seal/index.ts";
import { sessionRules } from "./session/index.ts";
import { traceRules } from "./trace/index.ts";

/** Every rule that is code, by area. What the schemas and the readers of JSON and lines check has no entry here. */
export const registry: readonly Rule[] = [
  ...bundleRules,
  ...manifestRules,
  ...flowRules,
  ...traceRules,
  ...attemptRules,
  ...actionRules,
  ...sessionRules,
  ...artifactRules,
  ...projectionRules,
  ...sealRules,
];
