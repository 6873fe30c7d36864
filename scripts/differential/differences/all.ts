import { commands } from "./commands.ts";
import type { Difference } from "./difference.ts";
import { ends } from "./ends.ts";
import { flows } from "./flows.ts";
import { sessions } from "./sessions.ts";
import { values } from "./values.ts";

/** Everything in which runs of the same flow by acpx and by ours may differ, in the order in which it is applied. */
export const differences: readonly Difference[] = [
  ...ends,
  ...commands,
  ...values,
  ...sessions,
  ...flows,
];
