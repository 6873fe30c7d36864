export type * from "./generated/types.ts";
export {
  constants,
  eventScopes,
  eventTypes,
  outcomes,
  paths,
  runStatuses,
} from "./generated/constants.ts";
export { rules } from "./generated/rules.ts";
export { type RuleInfo, type RuleSeverity, ruleText } from "./rules.ts";
export type { Check, SchemaProblem } from "./problem.ts";
export {
  type DocumentName,
  loadValidators,
  type SpecVersion,
  specVersions,
  type Validators,
} from "./validators.ts";
