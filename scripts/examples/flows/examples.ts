import type { PermissionMode } from "@flow-bundle/runtime";

/** How an example is run to make its golden bundle. Its flow is `examples/flows/<name>.flow.ts`. */
export interface Example {
  readonly name: string;
  readonly input: object;
  /** It has a script for the scripted agent: `examples/flows/agents/<name>.json`. */
  readonly hasAgent: boolean;
  /** What lies in its working directory. Default: nothing. */
  readonly project?: "average" | "changed-average";
  readonly permissionMode?: PermissionMode;
  /** It waits, and this is what it is told then. The bundle of the waiting run is kept too. */
  readonly answer?: object;
}

const check = ["node", "check.mjs"];

/** Every example. */
export const examples: readonly Example[] = [
  { name: "echo", input: { text: "Is anybody there?" }, hasAgent: true },
  { name: "branch", input: {}, hasAgent: true },
  { name: "shell", input: { command: "node check.mjs" }, hasAgent: false, project: "average" },
  { name: "workdir", input: {}, hasAgent: true },
  {
    name: "two-turn",
    input: { check },
    hasAgent: true,
    project: "average",
    permissionMode: "approve-all",
  },
  {
    name: "retry-loop",
    input: { check },
    hasAgent: true,
    project: "average",
    permissionMode: "approve-all",
  },
  { name: "approval", input: {}, hasAgent: true, answer: { decision: "publish" } },
  {
    name: "triage",
    input: { checks: "node check.mjs" },
    hasAgent: true,
    project: "changed-average",
    answer: { approved: true, comment: "The case moves to another file." },
  },
];

/** Names of the golden bundles of an example, below `fixtures/runs`. */
export function bundlesOf({ name, answer }: Example): readonly string[] {
  return answer === undefined ? [name] : [`${name}-waiting`, name];
}
