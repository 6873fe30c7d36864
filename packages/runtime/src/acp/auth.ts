import { methods } from "@agentclientprotocol/sdk";
import type { AuthMethod } from "@agentclientprotocol/sdk";
import type { FlowRunnerOptions } from "../authoring/types.ts";
import { credentialPrefix } from "../redact/index.ts";
import { AgentError } from "./agent-error.ts";

type AuthOptions = Pick<FlowRunnerOptions, "authCredentials" | "authPolicy">;

/**
 * The environment of an agent: that of this process, with the credentials under the id of their method, under
 * `ACPX_AUTH_<METHOD>`, and under `<METHOD>`. What is set already stays.
 */
export function agentEnvironment(
  env: NodeJS.ProcessEnv,
  credentials: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = { ...env };
  const set = (name: string, value: string) => {
    if (name !== "" && !/[=\0]/.test(name)) result[name] ??= value;
  };
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(credentialPrefix) || isBlank(value)) continue;
    set(variableOf(name.slice(credentialPrefix.length)), value);
  }
  for (const [method, credential] of Object.entries(credentials)) {
    if (isBlank(credential)) continue;
    const variable = variableOf(method);
    set(method, credential);
    if (variable === "") continue;
    set(credentialPrefix + variable, credential);
    set(variable, credential);
  }
  return result;
}

/**
 * Authenticates with the first method of the agent for which there is a credential. Without one it depends on
 * `authPolicy`: many agents name methods and are logged in all the same.
 *
 * @throws {AgentError} when there is no credential and the policy is `fail`.
 */
export async function authenticate(
  agent: string,
  offered: readonly AuthMethod[],
  { authCredentials = {}, authPolicy = "skip" }: AuthOptions,
  request: (method: string, params: { methodId: string }) => Promise<unknown>,
): Promise<void> {
  const method = offered.find(({ id }) => hasCredential(id, authCredentials));
  if (method !== undefined) {
    await request(methods.agent.authenticate, { methodId: method.id });
    return;
  }
  if (authPolicy === "fail" && offered.length > 0) {
    throw new AgentError(`${agent} wants to authenticate: ${credentialHint(offered)}`);
  }
}

/** How to give the credential that an agent asks for. */
export function credentialHint(offered: readonly AuthMethod[]): string {
  if (offered.length === 0) return "log in with the agent's own command first";
  const names = offered.map(({ id }) => JSON.stringify(id)).join(", ");
  const variables = offered.map(({ id }) => credentialPrefix + variableOf(id)).join(" or ");
  return `its methods are ${names}; set ${variables}, or log in with the agent's own command`;
}

function hasCredential(id: string, credentials: Readonly<Record<string, string>>): boolean {
  const variable = variableOf(id);
  const named = [id, variable].flatMap((name) =>
    Object.hasOwn(credentials, name) ? [credentials[name]] : [],
  );
  return [process.env[credentialPrefix + variable], ...named].some((value) => !isBlank(value));
}

function variableOf(method: string): string {
  return method
    .trim()
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .toUpperCase();
}

function isBlank(value: string | undefined): value is undefined {
  return value === undefined || value.trim() === "";
}
