import { resolve } from "node:path";

/** A command that a flow asked for, checked and complete. */
export interface ShellCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: string;
  readonly shell: boolean | string;
  readonly allowNonZeroExit: boolean;
  /** 0: none. */
  readonly timeoutMs: number;
  readonly maxBufferBytes: number | undefined;
}

/**
 * Checks what a flow's function gave as a command (`ShellActionExecution`), and adds the defaults. Numbers and booleans
 * among the arguments and in the environment become texts; variables that are undefined are taken away.
 *
 * @param what where it came from, for messages
 * @param cwd default working directory, and what relative ones start from
 * @throws an error that names every field with a mistake.
 */
export function shellCommand(what: string, given: unknown, cwd: string): ShellCommand {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new TypeError(`${what} has to be an object with a command, not ${kindOf(given)}`);
  }
  const fields = new Fields(given);
  const command: ShellCommand = {
    command: fields.command(),
    args: fields.args(),
    cwd: resolve(cwd, fields.text("cwd") ?? ""),
    env: fields.env(process.env),
    stdin: fields.text("stdin") ?? "",
    shell: fields.shell(),
    allowNonZeroExit: fields.flag("allowNonZeroExit"),
    timeoutMs: fields.count("timeoutMs", false) ?? 0,
    maxBufferBytes: fields.count("maxBufferBytes", true),
  };
  if (fields.mistakes.length > 0) throw new TypeError(`${what}: ${fields.mistakes.join("; ")}`);
  return command;
}

/** Reads each field once: it may be a getter. */
class Fields {
  readonly mistakes: string[] = [];
  readonly #given: { readonly [field: string]: unknown };

  constructor(given: object) {
    this.#given = given as { readonly [field: string]: unknown };
  }

  command(): string {
    const value = this.#given["command"];
    if (typeof value === "string" && value !== "") return value;
    this.#mistake("command", "a text that is not empty", value);
    return "";
  }

  args(): string[] {
    const value = this.#given["args"] ?? [];
    if (Array.isArray(value)) {
      return Array.from(value, (arg: unknown, index) => this.#word(`args[${index}]`, arg));
    }
    this.#mistake("args", "an array of texts", value);
    return [];
  }

  env(base: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const env = { ...base };
    const value = this.#given["env"] ?? {};
    if (typeof value !== "object" || Array.isArray(value)) {
      this.#mistake("env", "an object of texts", value);
      return env;
    }
    for (const [name, text] of Object.entries(value)) {
      if (text === undefined) delete env[name];
      else if (name !== "__proto__") env[name] = this.#word(`env.${name}`, text);
    }
    return env;
  }

  text(field: string): string | undefined {
    const value = this.#given[field] ?? undefined;
    if (value === undefined || typeof value === "string") return value;
    this.#mistake(field, "a text", value);
    return undefined;
  }

  flag(field: string): boolean {
    const value = this.#given[field] ?? false;
    if (typeof value === "boolean") return value;
    this.#mistake(field, "true or false", value);
    return false;
  }

  shell(): boolean | string {
    const value = this.#given["shell"] ?? false;
    if (typeof value === "boolean" || (typeof value === "string" && value !== "")) return value;
    this.#mistake("shell", "true, false or the path of a shell", value);
    return false;
  }

  count(field: string, isWhole: boolean): number | undefined {
    const value = this.#given[field] ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value === "number" && value >= 0 && (!isWhole || Number.isSafeInteger(value))) {
      return value;
    }
    this.#mistake(
      field,
      isWhole ? "a whole number of at least 0" : "a number of at least 0",
      value,
    );
    return undefined;
  }

  #word(field: string, value: unknown): string {
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    this.#mistake(field, "a text", value);
    return "";
  }

  #mistake(field: string, expected: string, found: unknown): void {
    this.mistakes.push(`${field} has to be ${expected}, not ${kindOf(found)}`);
  }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined || value === "")
    return value === "" ? "an empty one" : String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "number") return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
