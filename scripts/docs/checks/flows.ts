import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { CodeBlock } from "../../lib/markdown.ts";
import type { Problem, SyncCheck } from "../../lib/problem.ts";
import { inRoot, nodePath, toolEnv } from "../../lib/process.mjs";
import { texts } from "../texts.ts";

/**
 * Flows in the texts are right: blocks of `ts` that are marked `flow`, and programs that are marked `run`, have no
 * mistakes in their types; a flow runs, with the scripted agent, and leaves a valid bundle. A comment before the block
 * may say how: `<!-- flow: {"input": …, "agent": …, "answer": …, "ends": "failed"} -->`.
 */
export const flows: SyncCheck = {
  name: "flows",
  claim: "flows in the texts run",
  run(root) {
    // Inside of the repository, so that imports find its packages.
    mkdirSync(inRoot(".tmp"), { recursive: true });
    const folder = mkdtempSync(inRoot(".tmp", "flows-"));
    try {
      const blocks = texts(root).flatMap(({ file, markdown }) =>
        markdown.blocks.filter(isChecked).map((block) => writeBlock(folder, file, block)),
      );
      if (blocks.length === 0) return [];
      const flowBlocks = blocks.filter(({ block }) => block.flags.includes("flow"));
      return [
        ...checkTypes(folder, blocks),
        ...flowBlocks.flatMap((written) => runFlow(folder, written)),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function isChecked({ language, flags }: CodeBlock): boolean {
  return language === "ts" && (flags.includes("flow") || flags.includes("run"));
}

/** A block in a file of its own. */
interface Written {
  readonly file: string;
  readonly block: CodeBlock;
  readonly path: string;
}

/** How a flow is run. */
interface Instructions {
  readonly input?: unknown;
  /** Script of the scripted agent. */
  readonly agent?: object;
  /** What a run that waits is told. */
  readonly answer?: unknown;
  /** Status at the end; default: completed. */
  readonly ends?: string;
}

function writeBlock(folder: string, file: string, block: CodeBlock): Written {
  const ending = block.flags.includes("flow") ? "flow.ts" : "mts";
  const path = join(folder, `${file.replaceAll("/", "-")}-${block.line}.${ending}`);
  writeFileSync(path, `${block.text}\n`);
  return { file, block, path };
}

function checkTypes(folder: string, blocks: readonly Written[]): Problem[] {
  const config = join(folder, "tsconfig.json");
  const compilerOptions = { incremental: false, tsBuildInfoFile: null };
  const include = ["*.ts", "*.mts"];
  const text = JSON.stringify({ extends: "../../tsconfig.scripts.json", compilerOptions, include });
  writeFileSync(config, text);
  const { status, stdout } = run("tsc", ["-p", config, "--pretty", "false"]);
  const problems = [...stdout.matchAll(/^(.+)\((\d+),\d+\): error (.+)$/gm)].flatMap(
    ([, path = "", line = "", message = ""]) => {
      const found = blocks.find((written) => basename(written.path) === basename(path));
      return found === undefined ? [] : [problem(found, message, Number(line))];
    },
  );
  if (status === 0 || problems.length > 0) return problems;
  throw new Error(`the types cannot be checked: ${stdout}`);
}

function runFlow(folder: string, written: Written): Problem[] {
  const { path } = written;
  const { input = {}, agent = {}, answer, ends = "completed" } = instructionsOf(written.block);
  const script = `${path}.agent.json`;
  writeFileSync(script, JSON.stringify(agent));
  const command = [nodePath(), inRoot("examples", "agents", "scripted-agent.ts"), script];
  const agentCommand = command.map((word) => JSON.stringify(word)).join(" ");
  const places = ["--runs-dir", join(folder, "runs"), "--cwd", folder];
  const common = ["--agent", agentCommand, "--approve-all", ...places, "--json"];
  const flow = (...args: readonly string[]) => run("flow", [...args, ...common]);
  let { stdout, stderr } = flow("run", path, "--input-json", JSON.stringify(input));
  let result = resultIn(stdout);
  if (answer !== undefined && result?.status === "waiting") {
    ({ stdout, stderr } = flow("resume", result.path, "--input-json", JSON.stringify(answer)));
    result = resultIn(stdout);
  }
  if (result?.status !== ends) {
    const status = result === undefined ? "has no result" : `is ${result.status}`;
    return [problem(written, `the run ${status}: ${result?.error ?? stderr.trim()}`)];
  }
  const validated = run("bundle-validate", ["--fail-on", "warning", result.path]);
  return validated.status === 0 ? [] : [problem(written, validated.stdout)];
}

function instructionsOf({ comment = "" }: CodeBlock): Instructions {
  const json = /^flow:\s*(\{[^]*\})\s*$/.exec(comment.trim())?.[1];
  return json === undefined ? {} : (JSON.parse(json) as Instructions);
}

function resultIn(stdout: string): { status: string; path: string; error?: string } | undefined {
  const last = stdout.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) return undefined;
  const result = JSON.parse(last) as { type: string; status: string; path: string };
  return result.type === "result" ? result : undefined;
}

function run(command: string, args: readonly string[]) {
  const env: NodeJS.ProcessEnv = toolEnv();
  return spawnSync(command, args, { cwd: inRoot(), env, encoding: "utf8", timeout: 120_000 });
}

function problem({ file, block }: Written, message: string, line = 0): Problem {
  return { file, place: `line ${block.line + line}`, message, remedy: "Mend the flow." };
}
