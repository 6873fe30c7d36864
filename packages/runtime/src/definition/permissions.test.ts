import { expect, test } from "vitest";
import type { PermissionMode } from "../authoring/types.ts";
import { FlowError } from "../errors.ts";
import { checkFlow } from "./check.ts";
import { checkPermissions } from "./permissions.ts";
import { flowWith } from "./testing/parts.ts";

const modes: readonly PermissionMode[] = ["deny-all", "approve-reads", "approve-all"];

function attempt(
  permissions: unknown,
  permissionMode: PermissionMode,
  isExplicit: boolean,
): string {
  const flow = checkFlow(flowWith({ permissions }));
  try {
    checkPermissions(flow, { permissionMode, isExplicit });
    return "granted";
  } catch (error) {
    if (error instanceof FlowError && error.code === "permissions") return error.message;
    throw error;
  }
}

test("a mode includes those below it, granted by default or not", () => {
  for (const [required, requiredMode] of modes.entries()) {
    for (const [granted, mode] of modes.entries()) {
      for (const isExplicit of [true, false]) {
        const message = attempt({ requiredMode, requireExplicitGrant: false }, mode, isExplicit);
        const isRefused = message.includes(`Add --${requiredMode} to`);
        expect({ isRefused, isGranted: message === "granted" }).toEqual({
          isRefused: granted < required,
          isGranted: granted >= required,
        });
      }
    }
  }
});

test("when an explicit grant is required, a default is not enough", () => {
  for (const mode of modes) {
    const permissions = { requiredMode: "deny-all", requireExplicitGrant: true };
    expect(attempt(permissions, mode, true)).toBe("granted");
    expect(attempt(permissions, mode, false)).toContain("Add --deny-all to");
  }
});

test("the message has the option and the reason", () => {
  const permissions = { requiredMode: "approve-all", reason: " It edits files.\n" };
  expect(attempt(permissions, "approve-reads", false)).toBe(
    'The flow "x" needs the permission mode approve-all; the run has approve-reads. Add --approve-all to allow it. Its reason: It edits files.',
  );
  const explicit = { requiredMode: "approve-reads", requireExplicitGrant: true };
  expect(attempt(explicit, "approve-reads", false)).toBe(
    'The flow "x" wants approve-reads to be granted expressly, not by default. Add --approve-reads to allow it.',
  );
});

test("a flow without permissions runs with any", () => {
  expect(attempt(undefined, "deny-all", false)).toBe("granted");
});
