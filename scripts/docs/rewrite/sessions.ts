import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CodeBlock } from "../../lib/markdown.ts";
import { toolEnv } from "../../lib/process.mjs";
import type { Rewriter } from "./rewriter.ts";

/** Terminal sessions show what the commands really print. */
export const sessions: Rewriter = {
  name: "sessions",
  claim: "terminal sessions show what the commands print",
  rewrite(root, { content, markdown }) {
    const lines = content.split("\n");
    // From the end, so that the lines of earlier blocks stay where they are.
    for (const block of markdown.blocks.toReversed()) {
      if (block.language !== "console" || bundleOf(block) === undefined) continue;
      const length = block.text.split("\n").length;
      lines.splice(block.line, length, ...replay(root, block));
    }
    return lines.join("\n");
  },
};

/**
 * The bundle that a block plays with: empty when it is marked `run`, a folder of the repository when it is marked
 * `run=FOLDER`, undefined when it is not to be run.
 */
function bundleOf({ flags }: CodeBlock): string | undefined {
  const flag = flags.find((candidate) => /^run(=|$)/.test(candidate));
  return flag?.replace(/^run=?/, "");
}

/**
 * Runs a block and returns its lines as they should be. A line that begins with `$ ` is a command, what follows until
 * the next one is its output; a line `…` stands for any number of lines and is kept where the rest fits. The commands
 * run one after the other in one shell: at the root of the repository, or, with `run=FOLDER`, in an empty folder where
 * `run` is a copy of that bundle.
 */
function replay(root: string, block: CodeBlock): string[] {
  const commands: { command: string; expected: string[] }[] = [];
  for (const line of block.text.split("\n")) {
    if (line.startsWith("$ ")) commands.push({ command: line.slice(2), expected: [] });
    else commands.at(-1)?.expected.push(line);
  }
  const bundle = bundleOf(block) ?? "";
  const folder = bundle === "" ? root : scratchFolder(join(root, bundle));
  const outputs = run(
    root,
    folder,
    commands.map(({ command }) => command),
  );
  if (folder !== root) rmSync(folder, { recursive: true });
  return commands.flatMap(({ command, expected }, index) => {
    const output = outputs[index] ?? [];
    return [`$ ${command}`, ...(fits(expected, output) ? expected : output)];
  });
}

function scratchFolder(bundle: string): string {
  const folder = mkdtempSync(join(tmpdir(), "flow-run-bundle-session-"));
  cpSync(bundle, join(folder, "run"), { recursive: true });
  return folder;
}

const marker = "\u001E";

/** The lines that each command prints, on both streams. A failing command is no error: its output is what is shown. */
function run(root: string, cwd: string, commands: readonly string[]): string[][] {
  // `( exit … )` hands the exit code on, for a session that looks at it: echo $?
  const script = commands
    .map((command) => `${command}\ncode=$?; printf '\\036'; ( exit $code )`)
    .join("\n");
  const { stdout, status, error } = spawnSync("sh", ["-c", `exec 2>&1\n${script}`], {
    cwd,
    encoding: "utf8",
    timeout: 120_000,
    env: environment(root),
  });
  if (error || status === null)
    throw new Error(`a session could not be run: ${commands.join("; ")}`, { cause: error });
  return stdout
    .split(marker)
    .slice(0, commands.length)
    .map((output) => (output === "" ? [] : output.replace(/\n$/, "").split("\n")));
}

/** That of a reader's terminal: no colours, no CI, times in UTC, and the commands of the repository at hand. */
function environment(root: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...toolEnv(), NO_COLOR: "1", LANG: "C.UTF-8", TZ: "UTC" };
  for (const name of ["CI", "GITHUB_ACTIONS", "FORCE_COLOR"]) delete env[name];
  env["PATH"] = [join(root, "node_modules", ".bin"), env["PATH"]].join(":");
  return env;
}

function fits(expected: readonly string[], output: readonly string[]): boolean {
  const [line, ...rest] = expected;
  if (line === undefined) return output.length === 0;
  if (line === "…")
    return output.some((_, index) => fits(rest, output.slice(index))) || fits(rest, []);
  return line === output[0] && fits(rest, output.slice(1));
}
