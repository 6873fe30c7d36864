import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { didYouMean } from "../config/suggest.ts";
import type { Severity } from "../engine/finding.ts";
import type { Limits } from "../engine/options.ts";
import { formatNames, type FormatName } from "../report/formats.ts";
import { severities } from "../report/severity.ts";
import { optionSpecs, type OptionName, type OptionSpec } from "./option-table.ts";
import { parseCount, parseSize } from "./size.ts";
import { UsageError } from "./usage-error.ts";

/** A format that was asked for, and the file that it goes to; without one to standard output. */
export interface FormatRequest {
  readonly format: FormatName;
  readonly file?: string;
}

/** What the user asked for. */
export interface Arguments {
  readonly paths: readonly string[];
  readonly formats: readonly FormatRequest[];
  readonly failOn: Severity;
  readonly requireFinished: boolean;
  /** Rule ids or `area/*`, as given. */
  readonly only: readonly string[];
  readonly ignore: readonly string[];
  readonly config: string | undefined;
  readonly maxFindings: number | undefined;
  readonly limits: Partial<Limits>;
  readonly explain: string | undefined;
  readonly listRules: boolean;
  readonly quiet: boolean;
  readonly color: ColorMode;
  readonly jobs: number | undefined;
  readonly version: boolean;
  readonly help: boolean;
}

/** When to use colours. */
export type ColorMode = (typeof colorModes)[number];
const colorModes = ["auto", "always", "never"] as const;

/** Longest text that V8 can hold, in UTF-16 units: no line or document can be longer than this many bytes. */
const longestText = 2 ** 29 - 24;
/** Beyond this, functions that go down into values could overflow the stack. */
const deepest = 2000;
const mostJobs = 256;

/** Reads the arguments of the command. Throws {@link UsageError} with one line that says how to mend it. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { paths, values } = readTokens(argv);
  const last = (name: OptionName) => values.get(name)?.at(-1);
  const size = (name: OptionName, max?: number) =>
    mapped(last(name), (text) => parseSize(`--${name}`, text, max));
  const count = (name: OptionName, max?: number, min?: number) =>
    mapped(last(name), (text) => parseCount(`--${name}`, text, max, min));
  const limits: { [K in keyof Limits]: number | undefined } = {
    lineBytes: size("max-line-bytes", longestText),
    documentBytes: size("max-document-bytes", longestText),
    depth: count("max-depth", deepest),
    files: count("max-files"),
    bytes: size("max-bytes"),
  };
  return {
    paths,
    formats: formatRequests(values.get("format") ?? []),
    failOn: choice("--fail-on", last("fail-on") ?? "error", severities),
    requireFinished: values.has("require-finished"),
    only: commaList("--only", values.get("only")),
    ignore: commaList("--ignore", values.get("ignore")),
    config: last("config"),
    maxFindings: count("max-findings", undefined, 0),
    limits: Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
    explain: last("explain"),
    listRules: values.has("list-rules"),
    quiet: values.has("quiet"),
    color: choice("--color", last("color") ?? "auto", colorModes),
    jobs: count("jobs", mostJobs),
    version: values.has("version"),
    help: values.has("help"),
  };
}

/** What stands on the command line: paths, and the values of each option in order (`""` for a switch). */
function readTokens(argv: readonly string[]): { paths: string[]; values: Map<string, string[]> } {
  const options: ParseArgsOptionsConfig = {};
  for (const { name, short, value } of optionSpecs) {
    options[name] = {
      type: value === undefined ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
    };
  }
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const paths: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (token.value === "") throw new UsageError("an empty PATH was given");
      paths.push(token.value);
    } else if (token.kind === "option") {
      const spec = optionSpecs.find(({ name }) => name === token.name);
      if (spec === undefined) throw new UsageError(unknownOption(token.rawName));
      values.set(token.name, [...(values.get(token.name) ?? []), optionValue(spec, token)]);
    }
  }
  return { paths, values };
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function optionValue(spec: OptionSpec, { rawName, value, inlineValue }: OptionToken): string {
  if (spec.value === undefined) {
    if (value !== undefined)
      throw new UsageError(`${rawName} takes no value, found ${JSON.stringify(value)}`);
    return "";
  }
  if (value === undefined || value === "")
    throw new UsageError(`${rawName} needs a value: ${rawName} ${spec.value}`);
  if (inlineValue !== true && value.startsWith("-")) {
    throw new UsageError(
      `${rawName} needs a value, found the option ${value}; write --${spec.name}=${value} if it is meant`,
    );
  }
  return value;
}

/** What other tools call things. */
const synonyms = new Map([
  ["--no-color", "--color never"],
  ["--colour", "--color"],
  ["--strict", "--fail-on warning"],
  ["--json", "--format json"],
  ["--sarif", "--format sarif"],
  ["--output", "--format FORMAT=FILE"],
  ["-o", "--format FORMAT=FILE"],
  ["--reporter", "--format"],
  ["--rule", "--only"],
  ["--exclude", "--ignore"],
  ["--skip", "--ignore"],
  ["-q", "--quiet"],
  ["-j", "--jobs"],
  ["-c", "--config"],
  ["-v", "--version"],
  ["-V", "--version"],
]);

function unknownOption(rawName: string): string {
  const meant = synonyms.get(rawName);
  if (meant !== undefined) return `unknown option ${rawName}; did you mean ${meant}?`;
  const names = optionSpecs.map(({ name }) => name);
  const suggestion = rawName.startsWith("--") ? didYouMean(rawName.slice(2), names, "--") : "";
  return `unknown option ${rawName}${suggestion === "" ? "; --help prints all options" : suggestion}`;
}

function formatRequests(values: readonly string[]): FormatRequest[] {
  const requests = values.map((value): FormatRequest => {
    const equals = value.indexOf("=");
    const format = choice("--format", equals < 0 ? value : value.slice(0, equals), formatNames);
    const file = equals < 0 ? undefined : value.slice(equals + 1);
    if (file === "") throw new UsageError(`--format ${value}: the name of the file is missing`);
    return file === undefined ? { format } : { format, file };
  });
  const files = requests.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`two formats are to be written to ${twice}`);
  return requests;
}

function choice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((value) => value === text);
  if (found !== undefined) return found;
  const list = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
  throw new UsageError(
    `${option}: expected ${list}, found ${JSON.stringify(text)}${didYouMean(text, choices)}`,
  );
}

function commaList(option: string, values: readonly string[] = []): string[] {
  const list = values.flatMap((value) => value.split(",")).map((item) => item.trim());
  if (list.includes("")) throw new UsageError(`${option}: a rule between the commas is missing`);
  return list;
}

function mapped<T>(text: string | undefined, map: (text: string) => T): T | undefined {
  return text === undefined ? undefined : map(text);
}
