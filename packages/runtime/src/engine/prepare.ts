import { resolve } from "node:path";
import type { BundleWriter, Host } from "@flow-bundle/bundle";
import type { FlowDefinition } from "../authoring/types.ts";
import { checkFlow } from "../definition/check.ts";
import { checkPermissions } from "../definition/permissions.ts";
import { createRedactor, credentialPrefix } from "../redact/index.ts";
import type { Redactor } from "../redact/index.ts";
import { createProcessOwner } from "../process/index.ts";
import type { RunOptions } from "./run-options.ts";
import { RunProcesses } from "./run-processes.ts";
import type { RunScope } from "./run-scope.ts";

/**
 * Checks a flow, and that it gets the permissions that it needs. A caller of the engine has named the mode: that is an
 * explicit grant.
 *
 * @throws {FlowError} `definition` or `permissions`.
 */
export function checkedFlow(flow: FlowDefinition, { permissionMode }: RunOptions): FlowDefinition {
  const checked = checkFlow(flow);
  checkPermissions(checked, { permissionMode, isExplicit: true });
  return checked;
}

/** What the parts of a run share. */
export function scopeOf(host: Host, writer: BundleWriter, options: RunOptions): RunScope {
  const { processes } = options;
  return {
    host,
    writer,
    options,
    cwd: resolve(options.cwd ?? "."),
    processes: processes === undefined ? createProcessOwner() : new RunProcesses(processes),
  };
}

/**
 * What replaces secrets in the record: those of the environment, and the credentials of agents. It replaces nothing when
 * the options say so.
 */
export function redactorOf({ redact = true, authCredentials = {} }: RunOptions): Redactor {
  if (!redact) return createRedactor({});
  const credentials = Object.entries(authCredentials).map(([name, value]) => [
    `${credentialPrefix}${name}`,
    value,
  ]);
  return createRedactor({ ...process.env, ...Object.fromEntries(credentials) });
}
