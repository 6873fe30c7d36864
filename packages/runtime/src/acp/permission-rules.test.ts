import { expect, test } from "vitest";
import type { PermissionPolicy } from "../authoring/types.ts";
import { ruleOn } from "./permission-rules.ts";
import { inTurn, run, scripted, workFolder } from "./testing/agent-run.ts";

const of = (toolCall: object, rules: PermissionPolicy) =>
  ruleOn({ toolCallId: "t", ...toolCall }, rules);

// Found by running acpx 0.19.1 with each of them.
test.each([
  [" Bash ", [{ title: "bash: ls" }, { title: "BASH ls" }, { title: " bash\nls" }]],
  [
    "bash",
    [
      { title: "x", rawInput: { name: " Bash " } },
      { title: "x", rawInput: { tool: "bash" } },
    ],
  ],
  ["bash", [{ rawInput: { toolName: "bash" } }]],
  ["execute", [{ title: "x", kind: "execute" }, { title: "run it" }, { title: "bash -c ls" }]],
  ["edit", [{ title: "Patch a.ts" }, { kind: "edit", title: "Read" }]],
  ["bash ls", [{ title: "Bash ls" }]],
  ["other", [{ title: "Ready" }, {}, { title: "bash-ls" }]],
  ["*", [{ title: "anything" }, {}]],
])("the rule %j fits", (rule, toolCalls) => {
  for (const toolCall of toolCalls) {
    expect(of(toolCall, { autoApprove: [rule] }), JSON.stringify(toolCall)).toBe("approve");
  }
});

test.each([
  [
    "bash",
    [{ title: "bash-ls" }, { title: "run bash" }, { title: "Bash(ls)" }, { rawInput: "bash" }],
  ],
  [
    "bash",
    [
      { title: "x", rawInput: { tool_name: "bash" } },
      { title: "x", rawInput: { command: "bash" } },
    ],
  ],
  ["ba*", [{ title: "bash" }]],
  ["", [{ title: "" }, {}, { title: ": x" }]],
  ["read", [{ title: "reading" }, { title: "read-file" }, { kind: "edit", title: "x" }]],
])("the rule %j does not fit", (rule, toolCalls) => {
  for (const toolCall of toolCalls) {
    expect(of(toolCall, { autoApprove: [rule] }), JSON.stringify(toolCall)).toBeUndefined();
  }
});

test("the order: deny, approve, escalate, then what is the default", () => {
  const bash = { title: "bash ls" };
  const all = { autoDeny: ["execute"], autoApprove: ["bash"], escalate: ["*"] };
  expect(of(bash, all)).toBe("deny");
  expect(of(bash, { ...all, autoDeny: [] })).toBe("approve");
  expect(of(bash, { escalate: ["*"], defaultAction: "approve" })).toBe("escalate");
  expect(of(bash, { autoDeny: ["read"], defaultAction: "approve" })).toBe("approve");
  expect(of(bash, {})).toBeUndefined();
});

test("rules come before the mode, and files stay the business of the mode", async () => {
  const cwd = await workFolder();
  const asked = (title: string) => [
    { permission: { tool: { id: title, title } } },
    { text: `${title}: {{last}}\n` },
  ];
  const file = `${cwd}/file`;
  const steps = [
    ...["edit a", "bash ls", "read x", "delete all"].flatMap(asked),
    { write: file, content: "x", else: [{ text: "not written" }] },
  ];
  const left = await run(inTurn({ a: {} }), {
    cwd,
    permissionMode: "approve-reads",
    nonInteractivePermissions: "deny",
    permissionPolicy: { autoApprove: ["edit"], autoDeny: ["read"], escalate: ["bash"] },
    agent: scripted({ rules: [{ steps }] }),
  });
  expect(left.state.outputs["a"]).toBe(
    "edit a: allow\nbash ls: reject\nread x: reject\ndelete all: reject\nnot written",
  );
});
