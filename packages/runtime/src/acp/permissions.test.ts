import type { PermissionOption, RequestPermissionRequest } from "@agentclientprotocol/sdk";
import { expect, test } from "vitest";
import { cancelled, decide } from "./permissions.ts";
import { inTurn, run, scripted, workFolder } from "./testing/agent-run.ts";

const all: PermissionOption["kind"][] = [
  "reject_always",
  "reject_once",
  "allow_always",
  "allow_once",
];

function request(toolCall: object, kinds = all): RequestPermissionRequest {
  const options = kinds.map((kind) => ({ kind, name: kind, optionId: `id of ${kind}` }));
  return { sessionId: "s", toolCall: { toolCallId: "t", ...toolCall }, options };
}

const chosen = (kind: string) => ({ outcome: { outcome: "selected", optionId: `id of ${kind}` } });

test.each([
  ["approve-all", { kind: "execute" }, all, "allow_once"],
  ["approve-all", { kind: "execute" }, ["reject_once", "allow_always"], "allow_always"],
  ["approve-all", {}, ["reject_once"], "reject_once"],
  ["deny-all", { kind: "read" }, all, "reject_once"],
  ["deny-all", {}, ["allow_once", "reject_always"], "reject_always"],
  ["approve-reads", { kind: "read" }, all, "allow_once"],
  ["approve-reads", { kind: "search", title: "rm" }, all, "allow_once"],
  ["approve-reads", { title: "Read: notes.md" }, all, "allow_once"],
  ["approve-reads", { title: "Ready to delete" }, all, "reject_once"],
  ["approve-reads", { kind: "edit", title: "Read" }, all, "reject_once"],
  ["approve-reads", {}, all, "reject_once"],
] as const)("%s of %j with %j: %s", (mode, toolCall, kinds, expected) => {
  const { response, failure } = decide(request(toolCall, [...kinds]), {
    mode,
    nonInteractive: "deny",
  });
  expect(response).toEqual(chosen(expected));
  expect(failure).toBeUndefined();
});

test("without a way to refuse, the request is cancelled", () => {
  const policy = { mode: "deny-all", nonInteractive: "deny" } as const;
  expect(decide(request({}, ["allow_once"]), policy).response).toEqual(cancelled);
  expect(decide(request({}, []), { ...policy, mode: "approve-all" }).response).toEqual(cancelled);
});

test("a permission that nobody can give fails the attempt when that is wanted", async () => {
  const left = await run(inTurn({ a: {} }), {
    permissionMode: "approve-reads",
    nonInteractivePermissions: "fail",
    agent: scripted({
      rules: [
        {
          steps: [
            {
              permission: { tool: { id: "1", title: "Look", kind: "search" } },
              on: { allow: [{ text: "yes " }] },
            },
            {
              permission: { tool: { id: "2", title: "Delete it", kind: "delete" } },
              on: { cancelled: [{ text: "no" }] },
            },
          ],
        },
      ],
    }),
  });
  expect(left.outcome("a")).toMatchObject({ outcome: "failed" });
  expect(left.error).toMatch(/^The agent asked for permission: Delete it \(delete\)/);
  expect(await left.text(left.outcome("a").rawResponseArtifact)).toBe("yes no");
});

test.each([
  ["approve-all", "deny", "read ok", "write ok", "run ok"],
  ["approve-reads", "deny", "read ok", "write refused", "run refused"],
  ["deny-all", "fail", "read refused", "write refused", "run refused"],
] as const)(
  "files and terminals under %s, %s",
  async (permissionMode, nonInteractivePermissions, ...said) => {
    const cwd = await workFolder();
    const step = (name: string, action: object) => [
      { ...action, else: [{ text: `${name} refused: {{last}};` }] },
      { text: `(${name} ok);` },
    ];
    const left = await run(
      inTurn({
        make: {
          nodeType: "action",
          run: () =>
            import("node:fs/promises").then(({ writeFile }) => writeFile(`${cwd}/in`, "x")),
        },
        a: {},
      }),
      {
        cwd,
        permissionMode,
        nonInteractivePermissions,
        agent: scripted({
          rules: [
            {
              steps: [
                ...step("read", { read: `${cwd}/in` }),
                ...step("write", { write: `${cwd}/out`, content: "x" }),
                ...step("run", { terminal: { command: "true" } }),
              ],
            },
          ],
        }),
      },
    );
    expect(left.error).toBeUndefined();
    const answer = String(left.state.outputs["a"]);
    for (const what of said) {
      const [name = "", verdict] = what.split(" ");
      expect(answer.includes(`${name} refused: error -32603: Permission denied`)).toBe(
        verdict === "refused",
      );
    }
  },
);

test("a file that must not be written fails the attempt when that is wanted", async () => {
  const cwd = await workFolder();
  const left = await run(inTurn({ a: {} }), {
    cwd,
    permissionMode: "approve-reads",
    nonInteractivePermissions: "fail",
    agent: scripted({
      rules: [{ steps: [{ write: `${cwd}/x`, content: "", else: [{ text: "no" }] }] }],
    }),
  });
  expect(left.error).toMatch(/^The agent asked for permission: write .*\/x\. Nobody/);
});
