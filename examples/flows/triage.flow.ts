// Triages the changes in a local git repository: an agent judges every changed file, the checks run, a person is asked
// when something is risky, and a report says it all. Use it before a review, or as a pattern for a flow that goes through
// a list. Nothing in the repository is changed; without other wishes the report goes into its .git folder.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  action,
  checkpoint,
  compute,
  decision,
  defineFlow,
  shell,
} from "@flow-bundle/runtime/flows";
import type { FlowNodeContext } from "@flow-bundle/runtime/flows";

interface Input {
  /** Folder of the repository, or one in it. Default: the current one. */
  readonly repo?: string;
  /** Commit with which the working tree is compared. Default: the last one. */
  readonly base?: string;
  /** A line for the shell. Default: git looks for white space errors and conflict marks. */
  readonly checks?: string;
  /** Where the report goes, relative to `repo`. */
  readonly report?: string;
}

interface Collection {
  readonly base: string;
  readonly changes: readonly Change[];
  /** Files beyond the most that are looked at. */
  readonly leftOut: number;
}

interface Change {
  readonly path: string;
  readonly patch: string;
}

interface Verdict {
  readonly path: string;
  readonly risk: (typeof risks)[number];
  readonly reason: string;
}

interface Checks {
  readonly passed: boolean;
  readonly output: string;
}

interface Approval {
  readonly approved?: boolean;
  readonly comment?: string;
}

const risks = ["safe", "review", "risky"] as const;
const mostChanges = 40;
const longestPatch = 20_000;

export default defineFlow({
  name: "triage",
  run: { title: ({ input }) => `Triage of ${(input as Input).repo ?? "the current repository"}` },
  startAt: "collect",
  nodes: {
    collect: action({ statusDetail: "Collecting the changes", run: collectChanges }),

    // Goes through the list: the verdicts so far say which change is next.
    next: compute({
      run: ({ outputs }) => {
        const change = changesOf(outputs)[verdictsOf(outputs).length];
        return change === undefined ? { more: false } : { more: true, path: change.path };
      },
    }),
    judge: decision({
      // A session of its own for each change: what came before must not sway the agent.
      session: { isolated: true },
      cwd: ({ input }) => repoOf(input),
      timeoutMs: 5 * 60_000,
      field: "risk",
      choices: risks,
      question: ({ outputs }) => {
        const change = changesOf(outputs)[verdictsOf(outputs).length];
        return `How risky is this change? A safe one cannot break anything; a risky one has to be seen by a person.\n\n${change?.patch ?? ""}`;
      },
    }),
    note: compute({
      run: ({ outputs, results }): Verdict[] => {
        const { path } = outputs["next"] as { path: string };
        const { outcome, error } = results["judge"] ?? {};
        const verdict: Omit<Verdict, "path"> =
          outcome === "ok"
            ? (outputs["judge"] as Verdict)
            : { risk: "review", reason: `No verdict: ${error}` };
        return [...verdictsOf(outputs), { ...verdict, path }];
      },
    }),

    check: shell({
      statusDetail: "Running the checks",
      exec: ({ input }) => ({
        command: (input as Input).checks ?? "git diff --check HEAD",
        shell: true,
        cwd: repoOf(input),
        allowNonZeroExit: true,
      }),
      parse: ({ exitCode, combinedOutput }): Checks => ({
        passed: exitCode === 0,
        output: combinedOutput.trim(),
      }),
    }),
    weigh: compute({
      run: ({ outputs }) => {
        const count = (wanted: string) =>
          verdictsOf(outputs).filter(({ risk }) => risk === wanted).length;
        const { passed } = outputs["check"] as Checks;
        const [safe, review, risky] = risks.map(count);
        return { safe, review, risky, passed, needsApproval: risky !== 0 || !passed };
      },
    }),
    approve: checkpoint({
      summary: 'Take these changes? Answer with {"approved": true} or false, and a comment',
      run: ({ outputs }) => ({
        risky: verdictsOf(outputs).filter(({ risk }) => risk === "risky"),
        checks: outputs["check"],
      }),
    }),
    report: action({
      run: async (context) => {
        const { report = await git(context, "rev-parse", "--git-path", "triage.md") } =
          context.input as Input;
        await writeFile(resolve(repoOf(context.input), report), reportOf(context));
        return { report, approved: approvalOf(context.outputs).approved ?? null };
      },
    }),
  },
  edges: [
    { from: "collect", to: "next" },
    { from: "next", switch: { on: "$.more", cases: { true: "judge", false: "check" } } },
    // An agent that gives no verdict stops nothing.
    {
      from: "judge",
      switch: { on: "$result.outcome", cases: { ok: "note", failed: "note", timed_out: "note" } },
    },
    { from: "note", to: "next" },
    { from: "check", to: "weigh" },
    {
      from: "weigh",
      switch: { on: "$.needsApproval", cases: { true: "approve", false: "report" } },
    },
    { from: "approve", to: "report" },
  ],
});

async function collectChanges(context: FlowNodeContext): Promise<Collection> {
  const { base = "HEAD" } = context.input as Input;
  const diff = ["diff", "--no-ext-diff", "--no-color", "--no-renames", "--relative"];
  const changed = await git(context, ...diff, "--name-only", "-z", base, "--");
  const added = await git(context, "ls-files", "--others", "--exclude-standard", "-z");
  const changedPaths = pathsIn(changed);
  const paths = [...changedPaths, ...pathsIn(added)];
  const changes: Change[] = [];
  for (const path of paths.slice(0, mostChanges)) {
    const patch = changedPaths.includes(path)
      ? await git(context, ...diff, base, "--", path)
      : await git(context, "diff", "--no-color", "--no-index", "--", "/dev/null", path);
    changes.push({ path, patch: patch.slice(0, longestPatch) });
  }
  return {
    base: await git(context, "rev-parse", "--short", base),
    changes,
    leftOut: Math.max(0, paths.length - mostChanges),
  };
}

/** Runs git in the repository. The command ends with the attempt, whatever happens. */
async function git({ input, runShell }: FlowNodeContext, ...args: string[]): Promise<string> {
  if (runShell === undefined) throw new Error("Only function actions can run commands");
  const { exitCode, stdout, stderr } = await runShell({
    command: "git",
    args,
    cwd: repoOf(input),
    // File names may contain what git would take for a pattern.
    env: { GIT_LITERAL_PATHSPECS: "1" },
  });
  // Without an index, git says with 1 that there are differences.
  const isFine = exitCode === 0 || (exitCode === 1 && args.includes("--no-index"));
  if (!isFine) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout.trimEnd();
}

function pathsIn(list: string): string[] {
  return list.split("\0").filter((path) => path !== "");
}

function repoOf(input: unknown): string {
  return resolve((input as Input).repo ?? ".");
}

function changesOf(outputs: Record<string, unknown>): readonly Change[] {
  return (outputs["collect"] as Collection).changes;
}

function verdictsOf(outputs: Record<string, unknown>): readonly Verdict[] {
  return (outputs["note"] as Verdict[] | undefined) ?? [];
}

function approvalOf(outputs: Record<string, unknown>): Approval {
  return (outputs["approve"] as Approval | undefined) ?? {};
}

function reportOf({ outputs }: FlowNodeContext): string {
  const { base, leftOut } = outputs["collect"] as Collection;
  const { passed, output } = outputs["check"] as Checks;
  const { approved, comment } = approvalOf(outputs);
  const sections = risks.toReversed().map((wanted) => {
    const found = verdictsOf(outputs).filter(({ risk }) => risk === wanted);
    const items = found.map(({ path, reason }) => `- \`${path}\`: ${reason}`);
    return items.length === 0 ? "" : `## ${wanted}\n\n${items.join("\n")}`;
  });
  const paragraphs = [
    `# Changes since ${base}`,
    ...sections,
    leftOut === 0 ? "" : `${leftOut} more files were not looked at.`,
    passed ? "Checks: passed" : `Checks: failed\n\n\`\`\`\n${output}\n\`\`\``,
    "approve" in outputs ? `Decision: ${approved === true ? "approved" : "not approved"}` : "",
    comment ?? "",
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}
