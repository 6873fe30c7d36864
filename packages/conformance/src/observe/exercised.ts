import type { Facts } from "./facts.ts";

/** What has to occur in a bundle for a rule to say anything; one of each list. Rules by area, and single ones. */
const conditions: Readonly<Record<string, readonly string[]>> = {
  action: ["action_prepared", "action_completed", "action:shell", "action:function"],
  attempt: ["node_started"],
  session: ["session", "session_bound"],
  "action/prepared-missing": ["action:shell", "action_completed", "action_prepared"],
  "action/completed-missing": ["action_prepared"],
  "artifact/announced": ["artifact_written"],
  "artifact/args-content": ["payload:argsArtifact"],
  "artifact/envelope": ["artifact_written"],
  "artifact/error-text": ["payload:errorArtifact"],
  "attempt/error-presence": ["outcome:failed", "outcome:timed_out", "outcome:cancelled"],
  "attempt/outcome-missing": ["node_started"],
  "manifest/finished-at": ["status:completed", "status:failed", "status:timed_out"],
  "manifest/terminal-missing": ["status:completed", "status:failed", "status:timed_out"],
  "projection/error": ["status:failed", "status:timed_out"],
  "projection/session-bindings": ["session_bound"],
  "projection/step-session": ["session_bound"],
  "projection/waiting-on": ["status:waiting"],
  "seal/file": ["status:completed", "status:failed", "status:timed_out"],
  "seal/file-missing": ["status:completed", "status:failed", "status:timed_out"],
  "seal/missing": ["status:completed", "status:failed", "status:timed_out"],
  "seal/order": ["status:completed", "status:failed", "status:timed_out"],
  "seal/premature": ["status:running", "status:waiting"],
  "seal/shape": ["status:completed", "status:failed", "status:timed_out"],
  "seal/trace": ["status:completed", "status:failed", "status:timed_out"],
  "seal/unlisted-file": ["status:completed", "status:failed", "status:timed_out"],
  "session/isolated": ["session_bound"],
  "trace/completed-early": ["run_completed"],
  "trace/late-event": ["outcome:timed_out"],
  "trace/next-node": ["node_started"],
  "trace/resume-order": ["run_resumed"],
  "trace/timed-out-as-failed": ["run_timed_out", "run_failed"],
  "trace/torn-tail": ["torn"],
  "trace/unclosed": ["run_completed", "run_failed", "run_timed_out"],
  "trace/waiting-checkpoint": ["status:waiting"],
  "trace/waiting-missing": ["run_waiting", "node:checkpoint", "status:waiting"],
  "trace/waiting-order": ["run_waiting"],
};

/** Whether a bundle has what a rule speaks of. */
export function exercises({ has }: Facts, ruleId: string): boolean {
  const payload = /^trace\/([a-z-]+)-payload$/.exec(ruleId)?.[1];
  if (payload !== undefined) return has.has(payload.replaceAll("-", "_"));
  const area = ruleId.split("/")[0] ?? "";
  const wanted = conditions[ruleId] ?? conditions[area];
  return wanted === undefined || wanted.some((fact) => has.has(fact));
}
