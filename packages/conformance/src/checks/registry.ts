import type { Role } from "../cases/case.ts";
import { answerTypeCheck } from "./answer-type.ts";
import type { Check } from "./check.ts";
import { producerChecks } from "./producer/registry.ts";
import { answered } from "./reader/answered.ts";
import { refused } from "./reader/refused.ts";
import { torn } from "./reader/torn.ts";
import { view } from "./reader/view.ts";
import { ruleIds } from "./validator/rule-ids.ts";
import { verdict } from "./validator/verdict.ts";

/** The checks of each role, in the order in which they are reported. */
export const checks: Readonly<Record<Role, readonly Check[]>> = {
  reader: [answerTypeCheck("reader"), answered, refused, torn, view],
  validator: [answerTypeCheck("validator"), verdict, ruleIds],
  producer: producerChecks,
};
