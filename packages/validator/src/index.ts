export { validateBundle } from "./engine/validate.ts";
export { defaultLimits, defaultMaxFindings, type Limits, type ValidateOptions } from "./engine/options.ts";
export type { Severity } from "./engine/finding.ts";
