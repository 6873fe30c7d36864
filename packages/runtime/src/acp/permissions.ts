import type {
  PermissionOption,
  RequestPermissionRequest,
  RequestPermissionResponse,
} from "@agentclientprotocol/sdk";
import type {
  NonInteractivePermissionPolicy,
  PermissionMode,
  PermissionPolicy,
} from "../authoring/types.ts";
import { beginning } from "./agent-error.ts";
import { kindOf, ruleOn } from "./permission-rules.ts";

/** What agents may do. */
export interface Permissions {
  /** Come first where an agent asks; undefined: none. */
  readonly rules?: PermissionPolicy | undefined;
  readonly mode: PermissionMode;
  /** What happens with what `approve-reads` leaves open: nobody is asked. */
  readonly nonInteractive: NonInteractivePermissionPolicy;
}

/** `fail`: refuse it, and the attempt fails. */
export type Verdict = "allow" | "refuse" | "fail";

/** Whether something that only reads, or something that may change things, is allowed. */
export function verdictOn(kind: "read" | "change", policy: Permissions): Verdict {
  if (policy.mode === "approve-all") return "allow";
  if (policy.mode === "deny-all") return "refuse";
  if (kind === "read") return "allow";
  return policy.nonInteractive === "fail" ? "fail" : "refuse";
}

/** The answer to a request for permission, and the failure of the attempt when it comes to that. */
export function decide(
  { toolCall, options }: RequestPermissionRequest,
  policy: Permissions,
): { readonly response: RequestPermissionResponse; readonly failure?: Error } {
  const kind = kindOf(toolCall);
  const isRead = kind === "read" || kind === "search";
  const verdict = verdictByRules(toolCall, policy) ?? verdictOn(isRead ? "read" : "change", policy);
  if (verdict === "allow") {
    // An agent that offers no way to allow is told the first that it does offer.
    return { response: chosen(pick(options, ["allow_once", "allow_always"]) ?? options[0]) };
  }
  if (verdict === "refuse") {
    return { response: chosen(pick(options, ["reject_once", "reject_always"])) };
  }
  const what = beginning(toolCall.title ?? toolCall.toolCallId, 200);
  return { response: cancelled, failure: permissionFailure(`${what} (${kind})`) };
}

/** Why an attempt fails when a permission is needed that nobody can give. */
export function permissionFailure(what: string): Error {
  return new Error(
    `The agent asked for permission: ${what}. Nobody is there to give it; allow everything with approve-all, or let such requests be refused with nonInteractivePermissions "deny"`,
  );
}

/** The answer to requests for permission when the turn is cancelled. */
export const cancelled: RequestPermissionResponse = { outcome: { outcome: "cancelled" } };

function chosen(option: PermissionOption | undefined): RequestPermissionResponse {
  if (option === undefined) return cancelled;
  return { outcome: { outcome: "selected", optionId: option.optionId } };
}

function pick(
  options: readonly PermissionOption[],
  kinds: readonly PermissionOption["kind"][],
): PermissionOption | undefined {
  for (const kind of kinds) {
    const option = options.find((candidate) => candidate.kind === kind);
    if (option !== undefined) return option;
  }
  return undefined;
}

function verdictByRules(
  toolCall: RequestPermissionRequest["toolCall"],
  { rules }: Permissions,
): Verdict | undefined {
  const action = rules === undefined ? undefined : ruleOn(toolCall, rules);
  if (action === undefined) return undefined;
  // Nobody is there to escalate to.
  return action === "approve" ? "allow" : "refuse";
}
