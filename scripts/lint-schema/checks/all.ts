import type { SyncCheck } from "../../lib/problem.ts";
import { camelCaseKeys } from "./camel-case.ts";
import { compatibility } from "./compatibility.ts";
import { eventCoverage } from "./event-coverage.ts";
import { releasedRequirements } from "./released-requirements.ts";
import { released } from "./released.ts";
import { ruleCoverage } from "./rule-coverage.ts";
import { terms } from "./terms.ts";

/** Every check of `pnpm lint:schema`, in the order in which they are reported. */
export const checks: readonly SyncCheck[] = [
  terms,
  camelCaseKeys,
  released,
  releasedRequirements,
  compatibility,
  eventCoverage,
  ruleCoverage,
];
