// An agent works, a command judges, and while the command fails the agent gets its words and tries again, three times at
// most. Use it whenever something other than the agent can tell whether the work is done.
import { acp, compute, defineFlow, shell } from "@flow-bundle/runtime/flows";
import type { FlowNodeContext } from "@flow-bundle/runtime/flows";

interface Input {
  readonly task?: string;
  /** The command that judges. */
  readonly check?: readonly [command: string, ...args: string[]];
}

const mostTries = 3;

export default defineFlow({
  name: "retry-loop",
  permissions: { requiredMode: "approve-all", reason: "The agent edits files." },
  startAt: "work",
  nodes: {
    work: acp({
      prompt: ({ input, results }) => {
        const { task = "Make the checks of this project pass." } = input as Input;
        const failure = results["check"]?.error;
        return failure === undefined
          ? task
          : `That was not it yet. The check says:\n\n${failure}\n\nTry again.`;
      },
    }),
    // A command that fails makes an attempt that fails; the edges from here say what becomes of that.
    check: shell({
      exec: ({ input }) => {
        const [command, ...args] = (input as Input).check ?? ["npm", "test"];
        return { command, args };
      },
      parse: ({ stdout }) => stdout.trim(),
    }),
    again: compute({ run: (context) => ({ retry: triesOf(context) < mostTries }) }),
    done: compute({ run: (context) => ({ tries: triesOf(context) }) }),
    giveUp: compute({
      run: (context) => {
        throw new Error(`The check still fails after ${triesOf(context)} tries`);
      },
    }),
  },
  edges: [
    { from: "work", to: "check" },
    {
      from: "check",
      switch: {
        on: "$result.outcome",
        cases: { ok: "done", failed: "again", timed_out: "again" },
      },
    },
    { from: "again", switch: { on: "$.retry", cases: { true: "work", false: "giveUp" } } },
  ],
});

/** The steps of a run are all its attempts so far, so nobody has to count. */
function triesOf({ state }: FlowNodeContext): number {
  return state.steps.filter(({ nodeId }) => nodeId === "work").length;
}
