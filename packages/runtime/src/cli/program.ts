import { Command, Option } from "commander";
import { withSettings } from "../command-line/index.ts";
import { runConditions } from "../runs/run-facts.ts";
import { countOption, secondsOption } from "./option-values.ts";
import type { Io } from "./io.ts";
import type { ListOptions } from "./list-command.ts";
import type { RecoverOptions } from "./recover-command.ts";
import type { ResumeOptions } from "./resume-command.ts";
import type { RunOptionsGiven } from "./run-command.ts";
import type { ShowOptions } from "./show-command.ts";
import * as texts from "./help-texts.ts";
import { packageVersion } from "./version.ts";

/**
 * The command with its subcommands, options and help. Errors are thrown, as `CommanderError` when they are about usage;
 * `done` gets the exit code of the subcommand that ran.
 */
export function buildProgram(io: Io, done: (exitCode: number) => void): Command {
  const program = withSettings(new Command("flow"), io)
    .usage("COMMAND [options]")
    .description(texts.program)
    .version(packageVersion(), "--version", "print the version, and exit")
    .helpOption("-h, --help", "print this text, and exit")
    .helpCommand("help [COMMAND]", "print the help of a command, and exit")
    .addHelpText("after", texts.exitCodes);

  const add = (
    name: string,
    summary: string,
    description: string,
    examples: string,
    helpGroup = "Options:",
  ) =>
    withSettings(program.command(name), io)
      .summary(summary)
      .description(description)
      .addHelpOption(new Option("-h, --help", "print this text, and exit").helpGroup(helpGroup))
      .addHelpText("after", examples);

  const run = add(
    "run",
    "run a flow and record it",
    texts.run,
    texts.runExamples,
    "Other:",
  ).argument("FILE", "the flow: a TypeScript or JavaScript module whose default export is one");
  addInput(run, "input of the run", "{}");
  addAgents(run);
  addExecution(run);
  addRunOutput(run);
  run.action(async (file: string, options: RunOptionsGiven) => {
    const { runCommand } = await import("./run-command.ts");
    done(await runCommand(file, options, io));
  });

  const resume = add(
    "resume",
    "go on with a run that waits or whose process died",
    texts.resume,
    texts.resumeExamples,
    "Other:",
  ).argument("RUN", texts.runArgument);
  addInput(resume, "output of the checkpoint, in place of its own");
  resume.option(
    "--checkpoint <ATTEMPT>",
    "the checkpoint that is meant, by its attempt (review#1) or node; refused when the run waits at another",
  );
  resume.option("--flow <FILE>", "the flow file, when it is not where it was");
  addAgents(resume);
  addExecution(resume);
  addRunOutput(resume);
  resume.action(async (run: string, options: ResumeOptions) => {
    const { resumeCommand } = await import("./resume-command.ts");
    done(await resumeCommand(run, options, io));
  });

  addReading(add("recover", "close a run whose process died", texts.recover, texts.recoverExamples))
    .argument("RUN", texts.runArgument)
    .action(async (run: string, options: RecoverOptions) => {
      const { recoverCommand } = await import("./recover-command.ts");
      done(await recoverCommand(run, options, io));
    });

  addReading(add("list", "list the runs, the newest first", texts.list, texts.listExamples))
    .addOption(
      new Option("--status <STATUS>", "only runs that stand like this").choices(runConditions),
    )
    .addOption(countOption("--limit <N>", "list at most so many; 0: all").default(20))
    .action(async (options: ListOptions) => {
      const { listCommand } = await import("./list-command.ts");
      done(await listCommand(options, io));
    });

  addReading(add("show", "show a run, or one of its attempts", texts.show, texts.showExamples))
    .argument("RUN", texts.runArgument)
    .argument("[ATTEMPT]", "an attempt: its id (review#2), its number in the table, or a node id")
    .option("--full", "cut no text")
    .action(async (run: string, attempt: string | undefined, options: ShowOptions) => {
      const { showCommand } = await import("./show-command.ts");
      done(await showCommand(run, attempt, options, io));
    });
  return program;
}

function addInput(command: Command, what: string, fallback?: string): void {
  const otherwise = fallback === undefined ? "" : ` (default: ${fallback})`;
  command
    .optionsGroup("Input:")
    .addOption(
      new Option("--input-json <JSON>", `${what}, as JSON${otherwise}`).conflicts("inputFile"),
    )
    .option("--input-file <FILE>", `${what}, from a JSON file; - reads standard input`);
}

function addAgents(command: Command): void {
  command
    .optionsGroup("Agents:")
    .option("--agent <COMMAND>", "start every agent with this command line")
    .option("--default-agent <NAME>", "agent of the nodes that name none")
    .addOption(
      new Option("--approve-all", "grant agents every permission").conflicts([
        "approveReads",
        "denyAll",
      ]),
    )
    .addOption(
      new Option("--approve-reads", "grant agents to read and search (the default)").conflicts(
        "denyAll",
      ),
    )
    .option("--deny-all", "grant agents nothing")
    .addOption(
      new Option(
        "--non-interactive-permissions <POLICY>",
        "what is not granted is refused (deny), or fails the attempt (fail)",
      )
        .choices(["deny", "fail"])
        .default("deny"),
    )
    .addOption(
      new Option(
        "--auth-policy <POLICY>",
        "without credentials for an agent that asks for them: go on (skip), or fail the attempt (fail)",
      )
        .choices(["skip", "fail"])
        .default("skip"),
    );
}

function addExecution(command: Command): void {
  command
    .optionsGroup("Execution:")
    .option("--cwd <DIR>", "working directory of the nodes (default: the current one)")
    .addOption(
      secondsOption(
        "--timeout <SECONDS>",
        "time for each attempt at a node without a limit of its own; 0: no limit (default: 900)",
      ),
    )
    .option("--runs-dir <DIR>", texts.runsDir)
    .option("--no-redact", "record the values of secrets as they are");
}

function addRunOutput(command: Command): void {
  command
    .optionsGroup("Output:")
    .addOption(
      new Option(
        "--format <FORMAT>",
        "text; json: a line for each event, and one for the result; quiet: the last output",
      )
        .choices(["text", "json", "quiet"])
        .default("text"),
    )
    .addOption(new Option("--json", "the same as --format json").implies({ format: "json" }))
    .option("--verbose", "tell of every event, and show where errors come from");
}

function addReading(command: Command): Command {
  return command
    .option("--runs-dir <DIR>", texts.runsDir)
    .option("--json", "print JSON instead of text");
}
