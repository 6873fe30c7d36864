import { printable } from "@flow-bundle/bundle";
import { parseArguments, type Arguments } from "./arguments.ts";
import { checkCommand } from "./check-command.ts";
import { exitCodes } from "./exit-code.ts";
import { processIo, type Io } from "./io.ts";
import { complain } from "./say.ts";
import { isUsageError, UsageError } from "./usage-error.ts";

/**
 * Runs the command `bundle-validate` and returns its exit code; throws only what is a fault of ours. What is not
 * needed for a plain check is loaded when it is: start-up time counts.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  try {
    return await run(parseArguments(argv), io);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    for (const line of error.message.split("\n")) complain(io, printable(line, { max: 2000 }));
    return exitCodes.usage;
  }
}

async function run(args: Arguments, io: Io): Promise<number> {
  const information = informationAsked(args);
  if (information !== undefined) {
    if (args.paths.length > 0) {
      throw new UsageError(`${information.option} takes no PATH, found ${args.paths.join(" ")}`);
    }
    io.stdout.write(await information.text());
    return exitCodes.valid;
  }
  if (args.paths.length === 0) {
    const { shortUsage } = await import("./help.ts");
    io.stderr.write(`bundle-validate: no PATH was given\n${shortUsage}`);
    return exitCodes.usage;
  }
  return checkCommand(args, io);
}

interface Information {
  readonly option: string;
  readonly text: () => Promise<string>;
}

/** The options that print something and exit. */
function informationAsked(args: Arguments): Information | undefined {
  const { explain, formats } = args;
  if (args.help)
    return { option: "--help", text: async () => (await import("./help.ts")).helpText() };
  if (args.version) {
    return {
      option: "--version",
      text: async () => `${(await import("./version.ts")).toolInfo().version}\n`,
    };
  }
  if (explain !== undefined) {
    return {
      option: "--explain",
      text: async () => (await import("./explain.ts")).explainRule(explain),
    };
  }
  if (!args.listRules) return undefined;
  const unusable = formats.find(
    ({ format, file }) => file !== undefined || !["text", "json"].includes(format),
  );
  if (unusable !== undefined)
    throw new UsageError("--list-rules prints text or json (-f json) to standard output");
  return {
    option: "--list-rules",
    text: async () => {
      const { listRules, listRulesAsJson } = await import("./list-rules.ts");
      return formats.at(-1)?.format === "json" ? listRulesAsJson() : listRules();
    },
  };
}
