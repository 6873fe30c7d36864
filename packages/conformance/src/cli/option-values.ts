import { InvalidArgumentError, Option } from "commander";
import { roles } from "../cases/case.ts";
import { formatNames, type FormatName } from "../report/formats.ts";

/** A format, and the file it is written to; standard output without. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

/** `-f FORMAT[=FILE]`, as often as wanted. */
export function formatOption(): Option {
  return new Option(
    "-f, --format <FORMAT[=FILE]>",
    `${formatNames.join(", ")}; with =FILE written to that file; may be repeated`,
  )
    .argParser((text: string, before: readonly Output[] = []): readonly Output[] => {
      const [name = "", ...rest] = text.split("=");
      const format = formatNames.find((known) => known === name);
      if (format === undefined) {
        throw new InvalidArgumentError(`Expected one of ${formatNames.join(", ")}.`);
      }
      return [...before, rest.length === 0 ? { format } : { format, file: rest.join("=") }];
    })
    .default(undefined, "text");
}

/** `--role ROLE`. */
export function roleOption(): Option {
  return new Option("--role <ROLE>", "what the adapter is asked to be").choices(roles);
}

/** An option that may be repeated, or have several values with commas between them. */
export function listOption(flags: string, description: string): Option {
  return new Option(flags, `${description}; may be repeated`).argParser(
    (text: string, before: readonly string[] = []) => [
      ...before,
      ...text.split(",").filter((part) => part !== ""),
    ],
  );
}

/** An option whose value is a number of seconds above 0, with fractions. */
export function secondsOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string) => {
    const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
    // Longer than that no timer can be.
    if (seconds > 0 && seconds * 1000 < 2 ** 31) return seconds;
    throw new InvalidArgumentError("Expected a number of seconds such as 90 or 0.5.");
  });
}

/** An option whose value is a whole number from 1 up. */
export function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string) => {
    if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
    throw new InvalidArgumentError("Expected a whole number from 1 up.");
  });
}
