// Runs the checks of a project and goes on by how they ended, without any agent. Use it as the beginning of a flow that
// acts on the result of a command; a command that has to succeed needs neither allowNonZeroExit nor a branch.
import { compute, defineFlow, shell } from "@flow-bundle/runtime/flows";

interface Input {
  /** A line for the shell. */
  readonly command?: string;
}

interface Checks {
  readonly passed: boolean;
  readonly problems: readonly string[];
}

export default defineFlow({
  name: "shell",
  startAt: "check",
  nodes: {
    check: shell({
      statusDetail: "Running the checks",
      timeoutMs: 5 * 60_000,
      exec: ({ input }) => ({
        command: (input as Input).command ?? "npm test",
        shell: true,
        allowNonZeroExit: true,
      }),
      parse: ({ exitCode, stderr }): Checks => ({
        passed: exitCode === 0,
        problems: stderr.split("\n").filter((line) => line !== ""),
      }),
    }),
    celebrate: compute({ run: () => "All checks passed." }),
    complain: compute({
      run: ({ outputs }) => {
        const { problems } = outputs["check"] as Checks;
        return `Not yet: ${problems.at(-1) ?? "the checks failed without a word"}`;
      },
    }),
  },
  edges: [
    { from: "check", switch: { on: "$.passed", cases: { true: "celebrate", false: "complain" } } },
  ],
});
