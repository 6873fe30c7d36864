import { defaultLimits, defaultMaxFindings } from "../engine/options.ts";
import { bytesInWords } from "../report/words.ts";

const size = (bytes: number) => bytesInWords(bytes).replace(".0 ", " ");

/** One option of the command, as the parser and the help know it. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** Name of the value in the help; absent for switches. */
  readonly value?: string;
  /** May be given several times; otherwise the last one counts. */
  readonly repeatable?: true;
  readonly help: string;
}

/** Options by the heading they stand under in the help. To add one: a line here, and its meaning in arguments.ts. */
export const optionGroups = [
  {
    title: "Output",
    options: [
      {
        name: "format",
        short: "f",
        value: "FORMAT[=FILE]",
        repeatable: true,
        help: "text, json, sarif, junit or github; with =FILE written to that file",
      },
      { name: "quiet", help: "print only what makes the exit code non-zero" },
      { name: "color", value: "WHEN", help: "colours: auto, always or never" },
      {
        name: "max-findings",
        value: "N",
        help: `list at most N findings of a bundle (${defaultMaxFindings}); all are counted`,
      },
    ],
  },
  {
    title: "Rules",
    options: [
      {
        name: "fail-on",
        value: "SEVERITY",
        help: "exit with 1 at error, warning or info (error)",
      },
      { name: "require-finished", help: "a run that has not ended is an error" },
      {
        name: "only",
        value: "RULE,…",
        repeatable: true,
        help: "check these rules only: ids, or area/*",
      },
      { name: "ignore", value: "RULE,…", repeatable: true, help: "leave these rules out" },
      { name: "config", value: "FILE", help: "severities by rule and path, and suppressions" },
      {
        name: "explain",
        value: "RULE",
        help: "print what a rule asks for, with examples, and exit",
      },
      { name: "list-rules", help: "print all rules (with -f json as JSON), and exit" },
    ],
  },
  {
    title: "Limits and resources",
    options: [
      {
        name: "max-line-bytes",
        value: "SIZE",
        help: `longest line of an NDJSON file (${size(defaultLimits.lineBytes)})`,
      },
      {
        name: "max-document-bytes",
        value: "SIZE",
        help: `largest JSON document (${size(defaultLimits.documentBytes)})`,
      },
      {
        name: "max-depth",
        value: "N",
        help: `deepest nesting of a JSON text (${defaultLimits.depth})`,
      },
      {
        name: "max-files",
        value: "N",
        help: `most files and folders in a bundle (${defaultLimits.files})`,
      },
      {
        name: "max-bytes",
        value: "SIZE",
        help: `most bytes in a bundle (${size(defaultLimits.bytes)})`,
      },
      {
        name: "jobs",
        value: "N",
        help: "check N bundles at the same time (default: by processors and work)",
      },
    ],
  },
  {
    title: "Other",
    options: [
      { name: "version", help: "print the version, and exit" },
      { name: "help", short: "h", help: "print this text, and exit" },
    ],
  },
] as const satisfies readonly { readonly title: string; readonly options: readonly OptionSpec[] }[];

/** All options, in the order of the help. */
export const optionSpecs: readonly OptionSpec[] = optionGroups.flatMap(
  (group): readonly OptionSpec[] => group.options,
);

/** Name of an option. */
export type OptionName = (typeof optionGroups)[number]["options"][number]["name"];
