// Two prompts in one conversation: an agent mends a project with its tools, and then tells about its own change, which it
// still knows. Use it when later prompts build on earlier ones; a command in between checks that the agent is right.
import { acp, compute, defineFlow, shell } from "@flow-bundle/runtime/flows";

interface Input {
  /** The command that fails, and should not. */
  readonly check?: readonly [command: string, ...args: string[]];
}

export default defineFlow({
  name: "two-turn",
  run: { title: ({ input }) => `Make ${lineOf(input)} pass` },
  permissions: {
    requiredMode: "approve-all",
    requireExplicitGrant: true,
    reason: "The agent edits files and runs commands in the working directory.",
  },
  startAt: "fix",
  nodes: {
    fix: acp({
      statusDetail: "The agent looks for the fault",
      timeoutMs: 30 * 60_000,
      prompt: ({ input }) =>
        [
          `The command \`${lineOf(input)}\` fails in this project.`,
          "Find the cause and mend it. Leave the check as it is. Run it before you are done.",
        ].join("\n"),
    }),
    check: shell({
      exec: ({ input }) => {
        const [command, ...args] = checkOf(input);
        return { command, args };
      },
      parse: ({ stdout }) => stdout.trim().split("\n"),
    }),
    // No session is named in either node, so both use the one with the handle "main".
    describe: acp({
      prompt: () => "Describe your change for the changelog: one sentence, and nothing else.",
    }),
    entry: compute({
      run: ({ outputs }) => ({
        changelog: `- ${String(outputs["describe"])}`,
        checks: outputs["check"],
      }),
    }),
  },
  edges: [
    { from: "fix", to: "check" },
    { from: "check", to: "describe" },
    { from: "describe", to: "entry" },
  ],
});

function checkOf(input: unknown): readonly [command: string, ...args: string[]] {
  return (input as Input).check ?? ["npm", "test"];
}

function lineOf(input: unknown): string {
  return checkOf(input).join(" ");
}
