import { availableParallelism } from "node:os";
import { withSettings } from "@flow-bundle/runtime/command-line";
import { Command, Option } from "commander";
import type { CopyOptions } from "./copy-command.ts";
import type { DoctorOptions } from "./doctor-command.ts";
import * as texts from "./help-texts.ts";
import type { Io } from "./io.ts";
import type { ListOptions } from "./list-command.ts";
import type { ObserveOptions } from "./observe-command.ts";
import {
  countOption,
  formatOption,
  listOption,
  roleOption,
  secondsOption,
} from "./option-values.ts";
import type { RunOptions } from "./run-command.ts";
import type { ShowOptions } from "./show-command.ts";
import { packageVersion } from "./version.ts";

const adapterArgument = "the command that is the adapter, with its arguments";
const onlyText = "only cases with this id, or one that matches this pattern";

/**
 * The command with its subcommands, options and help. Errors are thrown, as `CommanderError` when they are about usage;
 * `done` gets the exit code of the subcommand that ran.
 */
export function buildProgram(io: Io, done: (exitCode: number) => void): Command {
  const program = withSettings(new Command("bundle-conformance"), io)
    .usage("COMMAND [options]")
    .description(texts.program)
    .version(packageVersion(), "--version", "print the version, and exit")
    .helpOption("-h, --help", "print this text, and exit")
    .helpCommand("help [COMMAND]", "print the help of a command, and exit")
    .addHelpText("after", texts.exitCodes);
  const add = (name: string, summary: string, description: string, examples: string): Command =>
    withSettings(program.command(name), io)
      .summary(summary)
      .description(description)
      .helpOption("-h, --help", "print this text, and exit")
      .addHelpText("after", examples);

  const run = add("run", "test a program through its adapter", texts.run, texts.runExamples)
    .usage("--role ROLE [options] -- COMMAND [ARGUMENT...]")
    .argument("<adapter...>", adapterArgument)
    .addOption(roleOption().makeOptionMandatory());
  addSelection(run)
    .option("--baseline <FILE>", "failures that are known: everything else has to pass")
    .addOption(secondsOption("--timeout <SECONDS>", "time for each case").default(30))
    .addOption(
      countOption("-j, --jobs <N>", "how many adapters run at a time").default(
        availableParallelism(),
        "one for each processor",
      ),
    )
    .option("--implementation <NAME[@VERSION]>", "what is tested, for the report")
    .addOption(formatOption())
    .option("--verbose", "show every failure")
    .action(async (adapter: string[], options: RunOptions) => {
      const { runCommand } = await import("./run-command.ts");
      done(await runCommand(adapter, options, io));
    });

  add("observe", "look at bundles that were really made", texts.observe, texts.observeExamples)
    .argument("<DIR...>", "bundles, or folders of bundles")
    .option("--implementation <NAME[@VERSION]>", "who made them, for the report")
    .addOption(formatOption())
    .option("--verbose", "show every finding")
    .action(async (paths: string[], options: ObserveOptions) => {
      const { observeCommand } = await import("./observe-command.ts");
      done(await observeCommand(paths, options, io));
    });

  add("doctor", "check an adapter", texts.doctor, texts.doctorExamples)
    .usage("--role ROLE [options] -- COMMAND [ARGUMENT...]")
    .argument("<adapter...>", adapterArgument)
    .addOption(roleOption().makeOptionMandatory())
    .addOption(secondsOption("--timeout <SECONDS>", "time for each request").default(30))
    .action(async (adapter: string[], options: DoctorOptions) => {
      const { doctorCommand } = await import("./doctor-command.ts");
      done(await doctorCommand(adapter, options, io));
    });

  addSelection(
    add("list", "list the cases", texts.list, texts.listExamples).addOption(roleOption()),
  )
    .option("--capabilities", "list the capabilities in place of the cases")
    .option("--json", "print JSON instead of text")
    .action(async (options: ListOptions) => {
      const { listCommand } = await import("./list-command.ts");
      done(await listCommand(options, io));
    });

  add("show", "show one case", texts.show, texts.showExamples)
    .argument("<CASE>", "id of the case")
    .option("--out <DIR>", "also write the case to this folder")
    .option("--json", "print the case as JSON")
    .action(async (id: string, options: ShowOptions) => {
      const { showCommand } = await import("./show-command.ts");
      done(await showCommand(id, options, io));
    });

  addSelection(
    add("copy", "write the cases as plain folders", texts.copy, texts.copyExamples)
      .argument("<DIR>", "a folder that does not exist yet")
      .addOption(roleOption()),
  ).action(async (folder: string, options: CopyOptions) => {
    const { copyCommand } = await import("./copy-command.ts");
    done(await copyCommand(folder, options, io));
  });
  return program;
}

function addSelection(command: Command): Command {
  return command
    .addOption(
      listOption(
        "--capability <NAME>",
        "a capability that the program has; all: every one of the role",
      ),
    )
    .addOption(listOption("--spec <VERSION>", "only cases of this version of the format"))
    .addOption(listOption("--only <ID>", onlyText))
    .addOption(
      new Option("--status <STATUS>", "cases of this status").choices([
        "active",
        "contested",
        "retired",
      ]),
    );
}
