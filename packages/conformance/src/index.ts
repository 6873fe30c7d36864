export { applyBaseline, parseBaseline } from "./baseline/baseline.ts";
export { capabilities, capabilitiesOf, type Capability } from "./cases/capabilities.ts";
export { CorpusError, roles, type Case, type Role } from "./cases/case.ts";
export { loadCorpus } from "./cases/load.ts";
export { bundleOf, materialise, obstacle } from "./cases/materialise.ts";
export { selectCases, type Selection } from "./cases/select.ts";
export { expectedView } from "./cases/views.ts";
export type { Check, CheckInput, Deviation } from "./checks/check.ts";
export { checks } from "./checks/registry.ts";
export type {
  Answer,
  BaselineDocument,
  Behaviour,
  CheckResult,
  ConformanceReport,
  KnownFailure,
  Request,
} from "./generated/types.ts";
export { observe } from "./observe/observe.ts";
export { readView } from "./own/read.ts";
export { serve } from "./own/serve.ts";
export { answerOf, judgeBundle } from "./own/validate.ts";
export { buildReport, isGood } from "./report/model.ts";
export { formatNames, loadRenderer, type FormatName } from "./report/formats.ts";
export { judge } from "./run/run-case.ts";
export { runCases } from "./run/run-cases.ts";
export { runSuite, type SuiteOptions } from "./run/run-suite.ts";
