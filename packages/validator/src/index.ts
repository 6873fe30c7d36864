export { validateBundle } from "./engine/validate.ts";
export {
  defaultLimits,
  defaultMaxFindings,
  type Limits,
  type ValidateOptions,
} from "./engine/options.ts";
export type { Severity } from "./engine/finding.ts";
export { createReport } from "./report/model.ts";
export type {
  Counts,
  Failure,
  RenderOptions,
  Renderer,
  SuppressedFinding,
} from "./report/model.ts";
export { formatNames, loadRenderer, type FormatName } from "./report/formats.ts";
export { renderGithub } from "./report/github.ts";
export { renderJson } from "./report/json.ts";
export { renderJunit } from "./report/junit.ts";
export { renderSarif } from "./report/sarif.ts";
export { renderText } from "./report/text.ts";
export {
  printable,
  printableJson,
  printableName,
  type PrintableOptions,
} from "@flow-bundle/bundle";
