import type { Role } from "./case.ts";

/** Something that not every implementation can do, and that is tested only where it is declared. */
export interface Capability {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly title: string;
}

/** Every capability. What needs none is the core. */
export const capabilities: readonly Capability[] = [
  { name: "shell", roles: ["reader", "producer"], title: "actions that run a command" },
  { name: "function-action", roles: ["producer"], title: "actions that run a function" },
  { name: "acp", roles: ["reader", "producer"], title: "nodes that talk to an ACP agent" },
  { name: "acp-isolated", roles: ["reader", "producer"], title: "sessions of a single attempt" },
  { name: "checkpoint", roles: ["reader", "producer"], title: "runs that wait" },
  {
    name: "resume",
    roles: ["reader", "producer"],
    title: "runs that go on after a wait or a crash",
  },
  { name: "timeouts", roles: ["producer"], title: "time limits" },
  { name: "interrupt", roles: ["producer"], title: "runs that are ended from outside" },
  { name: "seal", roles: ["producer"], title: "sealed bundles" },
  { name: "torn-tail", roles: ["reader"], title: "traces whose writer was killed in a line" },
  { name: "up-to-seq", roles: ["reader"], title: "the state after an earlier event" },
  {
    name: "hostile",
    roles: ["reader", "validator"],
    title: "links, special files, huge and deep values",
  },
  { name: "rule-ids", roles: ["validator"], title: "the ids of our rules" },
];

/** Those that an implementation in a role can declare. */
export function capabilitiesOf(role: Role): readonly Capability[] {
  return capabilities.filter(({ roles }) => roles.includes(role));
}
