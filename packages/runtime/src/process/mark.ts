import { randomBytes } from "node:crypto";

/**
 * The environment variable by which a process can be told that left group and session of who started it, as daemons do:
 * a mark for each started process that it comes from, the outermost first.
 */
export const markVariable = "FLOW_PROCESS_MARKS";

/** A mark that no other process has. */
export function newMark(): string {
  return randomBytes(12).toString("hex");
}

/** An environment with one more mark. */
export function withMark(env: NodeJS.ProcessEnv, mark: string): NodeJS.ProcessEnv {
  const outer = env[markVariable];
  return { ...env, [markVariable]: outer === undefined ? mark : `${outer} ${mark}` };
}

/** The marks in an environment as the system tells it: `NAME=value`, each ended by a zero byte. */
export function marksIn(environment: string): readonly string[] {
  const begin = `${markVariable}=`;
  const found = environment.split("\0").find((entry) => entry.startsWith(begin));
  return found === undefined ? [] : found.slice(begin.length).split(" ");
}
