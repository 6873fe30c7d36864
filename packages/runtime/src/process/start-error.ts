import { statSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import type { ProcessCommand } from "./owned-process.ts";

/**
 * What `spawn` said, in words that name what is missing. Node says ENOENT for a missing program, a missing working
 * directory and a missing interpreter alike. The `code` stays.
 */
export function startError(command: ProcessCommand, cause: unknown): Error {
  const code = codeOf(cause);
  const message = `Cannot start ${quoted(programOf(command))}: ${reasonOf(command, code, cause)}`;
  return Object.assign(new Error(message, { cause }), code === undefined ? {} : { code });
}

function reasonOf(command: ProcessCommand, code: string | undefined, cause: unknown): string {
  const { cwd } = command;
  const program = programOf(command);
  if (code === "ENOENT" || code === "ENOTDIR" || code === "EACCES") {
    const kind = kindOf(cwd);
    if (kind === "missing") return `the working directory ${quoted(cwd)} does not exist`;
    if (kind === "file") return `the working directory ${quoted(cwd)} is no directory`;
  }
  if (code === "ENOENT") {
    if (findProgram(command)) return "the interpreter that its first line names was not found";
    const isPath = program.includes("/");
    return isPath ? "there is no such file" : "no program of this name is in the PATH";
  }
  if (code === "EACCES")
    return "it is not executable, or its working directory is closed to this user";
  if (code === "E2BIG") return "its arguments and environment are too long for the system";
  const message = cause instanceof Error ? cause.message : String(cause);
  return message === "" ? "the system refused it" : message;
}

/** The program that is started: the shell, where there is one. */
function programOf({ command, shell }: ProcessCommand): string {
  if (typeof shell === "string") return shell;
  return shell === true ? "/bin/sh" : command;
}

function findProgram(command: ProcessCommand): boolean {
  const program = programOf(command);
  if (program.includes("/")) return kindOf(resolve(command.cwd, program)) === "file";
  const folders = (command.env["PATH"] ?? "").split(delimiter);
  return folders.some((folder) => {
    const path = join(isAbsolute(folder) ? folder : resolve(command.cwd, folder), program);
    return kindOf(path) === "file";
  });
}

function kindOf(path: string): "missing" | "file" | "folder" | "unknown" {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    return codeOf(error) === "ENOENT" ? "missing" : "unknown";
  }
}

/** The code of a system error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
