import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseDocument, parseStrict, positionAt } from "@flow-bundle/bundle";
import type { JsonProblem } from "@flow-bundle/bundle";
import type { Io } from "./io.ts";
import { UsageError } from "../command-line/index.ts";

/** Where the input of a run comes from. */
export interface InputOptions {
  readonly inputJson?: string | undefined;
  /** `-` stands for standard input. */
  readonly inputFile?: string | undefined;
}

/** The value that was given, or undefined. Throws a {@link UsageError} when it is no JSON. */
export async function readInput({ inputJson, inputFile }: InputOptions, io: Io): Promise<unknown> {
  if (inputJson !== undefined) return parseJson(inputJson, "--input-json");
  if (inputFile === undefined) return undefined;
  const name = inputFile === "-" ? "standard input" : inputFile;
  const bytes = inputFile === "-" ? await io.readStdin() : readBytes(inputFile, io.directory);
  const { text, value, problems } = parseDocument(bytes);
  return checked(value, problems, text, name);
}

/** The value of a JSON text. Throws a {@link UsageError} that begins with `name` and says where it is wrong. */
export function parseJson(text: string, name: string): unknown {
  const { value, problems } = parseStrict(text);
  return checked(value, problems, text, name);
}

function checked(
  value: unknown,
  problems: readonly JsonProblem[],
  text: string | undefined,
  name: string,
): unknown {
  const problem = problems.find(({ code }) => value === undefined || code === "duplicate-key");
  if (problem === undefined) return value;
  if (text === undefined) throw new UsageError(`${name} is no valid JSON: ${problem.message}`);
  const { line, column } = positionAt(text, problem.offset);
  throw new UsageError(
    `${name} is no valid JSON: line ${line}, column ${column}: ${problem.message}`,
  );
}

function readBytes(path: string, directory: string): Uint8Array {
  try {
    return readFileSync(resolve(directory, path));
  } catch (error) {
    throw new UsageError(`--input-file: ${path} ${unreadable(error)}`, { cause: error });
  }
}

/** Why a file cannot be read, to follow its name. */
export function unreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "does not exist";
  return code === "EISDIR"
    ? "is a folder, not a file"
    : `cannot be read (${code ?? String(error)})`;
}
