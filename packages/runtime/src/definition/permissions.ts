import type { FlowDefinition, PermissionMode } from "../authoring/types.ts";
import { FlowError } from "../errors.ts";
import { quote } from "./mistakes.ts";

/** What was granted. */
export interface Grant {
  readonly permissionMode: PermissionMode;
  /** Somebody asked for this mode; it is not what happens when nobody says anything. */
  readonly isExplicit: boolean;
}

const order: readonly PermissionMode[] = ["deny-all", "approve-reads", "approve-all"];

/**
 * Makes sure that a flow gets the permissions it declares. A mode includes those below it: `approve-all`,
 * `approve-reads`, `deny-all`.
 *
 * @throws {FlowError} `permissions`, with the option that would do.
 */
export function checkPermissions(flow: FlowDefinition, grant: Grant): void {
  const { name, permissions } = flow;
  if (permissions === undefined) return;
  const { requiredMode, requireExplicitGrant, reason } = permissions;
  const isEnough = order.indexOf(grant.permissionMode) >= order.indexOf(requiredMode);
  if (isEnough && (grant.isExplicit || requireExplicitGrant !== true)) return;
  const needs = isEnough
    ? `wants ${requiredMode} to be granted expressly, not by default`
    : `needs the permission mode ${requiredMode}; the run has ${grant.permissionMode}`;
  const why = reason === undefined ? "" : ` Its reason: ${reason.trim()}`;
  throw new FlowError(
    "permissions",
    `The flow ${quote(name)} ${needs}. Add --${requiredMode} to allow it.${why}`,
  );
}
