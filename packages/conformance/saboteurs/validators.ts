import type { Saboteur } from "./saboteur.ts";

/** Validators that are wrong. */
export const validators: readonly Saboteur[] = [
  {
    name: "reads",
    role: "validator",
    title: "It answers with a view, and was asked for a verdict.",
    check: "validator/answer-type",
    cases: ["validator/bundle/1.1-retry-loop"],
    answer: () => ({ view: {} }),
  },
  {
    name: "content-with-all",
    role: "validator",
    title: "It finds every bundle valid.",
    check: "validator/verdict",
    cases: ["validator/rule/trace/seq/heartbeat-lost"],
    answer: () => ({ verdict: "valid", ruleIds: [] }),
  },
  {
    name: "content-with-none",
    role: "validator",
    title: "It finds no bundle valid.",
    check: "validator/verdict",
    cases: ["validator/bundle/1.1-retry-loop"],
    answer: (answer) => ({ ...answer, verdict: "invalid" }),
  },
  {
    name: "names-no-rule",
    role: "validator",
    title: "It gives the right verdict and names no rule.",
    check: "validator/rule-ids",
    cases: ["validator/rule/trace/seq/heartbeat-lost"],
    answer: (answer) => ({ ...answer, ruleIds: [] }),
  },
  {
    name: "names-one-too-many",
    role: "validator",
    title: "It names a rule that is not broken.",
    check: "validator/rule-ids",
    cases: ["validator/bundle/1.1-retry-loop"],
    answer: (answer) => ({ ...answer, ruleIds: [...(answer.ruleIds ?? []), "trace/seq"] }),
  },
];
