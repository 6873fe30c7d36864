import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type {
  AuthMethod,
  ContentBlock,
  PermissionOption,
  SessionConfigOption,
  SessionModeState,
  SessionUpdate,
  ToolCallContent,
  ToolCallUpdate,
} from "@agentclientprotocol/sdk";

/** What the agent does, and how it introduces itself. Every part may be left out; see the README beside the agent. */
export interface Script {
  readonly agent?: { readonly name?: string; readonly title?: string; readonly version?: string };
  readonly protocolVersion?: number;
  readonly capabilities?: Capabilities;
  readonly auth?: { readonly methods: readonly AuthMethod[]; readonly required?: boolean };
  readonly session?: SessionFacts;
  /** Folder in which sessions outlive the process; relative to the script. */
  readonly stateDir?: string;
  /** Signals that do nothing to the agent. */
  readonly ignoreSignals?: readonly NodeJS.Signals[];
  /** Stays when its standard input ends. */
  readonly ignoreStdinEnd?: boolean;
  /** Steps before the answer to a method, such as `session/new`. */
  readonly on?: Readonly<Record<string, readonly Step[]>>;
  /** Steps of the first prompt of a session, of the second, and so on. */
  readonly turns?: readonly (readonly Step[])[];
  /** For prompts beyond `turns`: the first rule that fits counts. */
  readonly rules?: readonly Rule[];
}

/** What the agent says it can do. */
export interface Capabilities {
  readonly load?: boolean;
  readonly resume?: boolean;
  readonly close?: boolean;
  readonly image?: boolean;
  readonly audio?: boolean;
  readonly embeddedContext?: boolean;
}

/** What the answer to `session/new`, `session/load` and `session/resume` tells. */
export interface SessionFacts {
  /** Id of the session; default a random one. */
  readonly id?: string;
  /** Told as `_meta.agentSessionId`. */
  readonly agentSessionId?: string;
  readonly modes?: SessionModeState;
  readonly configOptions?: SessionConfigOption[];
}

/** Steps for the prompts that fit. */
export interface Rule {
  /** A part of the prompt, or a pattern; default: every prompt. */
  readonly when?: string | { readonly regex: string; readonly flags?: string };
  /** Number of the prompt in its session, from 1; default: any. */
  readonly turn?: number;
  /** What `session/cancel` does between steps; default `obey`. */
  readonly cancel?: "obey" | "ignore";
  readonly steps: readonly Step[];
}

interface Chunked {
  /** Sent again and again as one text, before it is split. */
  readonly repeat?: number;
  /** Code points of one chunk. */
  readonly split?: number;
  /** Pause before each chunk. */
  readonly delayMs?: number;
  readonly messageId?: string;
}

interface Failing {
  /** Steps for the case that the client answers with an error. */
  readonly else?: readonly Step[];
}

/** Fields of a tool call as a script writes them: `content` may have plain texts. */
export interface ToolFields extends Omit<ToolCallUpdate, "toolCallId" | "content"> {
  readonly id: string;
  readonly content?: readonly (string | ToolCallContent)[];
}

/** A tool call, with later updates that are sent one after the other. */
export interface ToolScript extends ToolFields {
  readonly updates?: readonly Omit<ToolFields, "id">[];
}

/** What is done with a terminal after its creation; a number is a pause in milliseconds. */
export type TerminalAction = "output" | "wait" | "kill" | "release" | number;

/** All kinds of steps, by the member that makes them one. */
export interface Steps {
  text: Chunked & { readonly text: string | readonly string[] };
  thought: Chunked & { readonly thought: string | readonly string[] };
  user: Chunked & { readonly user: string | readonly string[] };
  content: { readonly content: ContentBlock };
  image: { readonly image: true | { data?: string; mimeType?: string; uri?: string } };
  audio: { readonly audio: true | { data?: string; mimeType?: string } };
  plan: { readonly plan: readonly (string | Record<string, unknown>)[] };
  tool: { readonly tool: ToolScript };
  toolUpdate: { readonly toolUpdate: ToolFields };
  usage: { readonly usage: Record<string, unknown> };
  commands: { readonly commands: readonly (string | Record<string, unknown>)[] };
  mode: { readonly mode: string };
  config: { readonly config: SessionConfigOption[] };
  info: { readonly info: Record<string, unknown> };
  update: { readonly update: SessionUpdate; readonly sessionId?: string };
  read: Failing & { readonly read: string; readonly line?: number; readonly limit?: number };
  write: Failing & { readonly write: string; readonly content: string };
  terminal: Failing & {
    readonly terminal: {
      readonly command: string;
      readonly args?: string[];
      readonly env?: { name: string; value: string }[];
      readonly cwd?: string;
      readonly outputByteLimit?: number;
    };
    /** A tool call that shows the terminal. */
    readonly tool?: string;
    readonly then?: readonly TerminalAction[];
  };
  permission: Failing & {
    readonly permission: { readonly tool?: ToolFields; readonly options?: PermissionOption[] };
    /** Steps by the chosen option's id or kind, or by `cancelled`; `*` for every other answer. */
    readonly on?: Readonly<Record<string, readonly Step[]>>;
  };
  ask: Failing & { readonly ask: { readonly method: string; readonly params?: unknown } };
  notify: { readonly notify: { readonly method: string; readonly params?: unknown } };
  garbage: { readonly garbage: string; readonly base64?: boolean; readonly newline?: boolean };
  stderr: { readonly stderr: string };
  sleep: { readonly sleep: number };
  repeat: { readonly repeat: number; readonly steps: readonly Step[] };
  later: { readonly later: number; readonly steps: readonly Step[] };
  hang: { readonly hang: "obey" | "ignore"; readonly afterCancel?: readonly Step[] };
  child: { readonly child: readonly string[]; readonly detached?: boolean };
  crash: { readonly crash: number | NodeJS.Signals };
  error: { readonly error: { code?: number; message?: string; data?: unknown } };
  stop: {
    readonly stop: string;
    readonly usage?: Record<string, unknown>;
    readonly _meta?: Record<string, unknown>;
  };
  answer: { readonly answer: Record<string, unknown> };
}

/** One thing that the agent does. */
export type Step = Steps[keyof Steps];

/** What makes a step one of its kind; a terminal may name a `tool`, and a stop tell `usage`. */
const stepNames: readonly (keyof Steps)[] = [
  "text",
  "thought",
  "user",
  "image",
  "audio",
  "plan",
  "terminal",
  "permission",
  "read",
  "write",
  "stop",
  "tool",
  "toolUpdate",
  "usage",
  "commands",
  "mode",
  "config",
  "info",
  "update",
  "ask",
  "notify",
  "garbage",
  "stderr",
  "sleep",
  "repeat",
  "later",
  "hang",
  "child",
  "crash",
  "error",
  "answer",
  "content",
];

const scriptParts = new Set([
  "agent",
  "protocolVersion",
  "capabilities",
  "auth",
  "session",
  "stateDir",
  "ignoreSignals",
  "ignoreStdinEnd",
  "on",
  "turns",
  "rules",
]);

/** What kind of step it is. @throws {Error} when it is none. */
export function stepName(step: Step): keyof Steps {
  const name =
    typeof step === "object" && step !== null
      ? stepNames.find((known) => Object.hasOwn(step, known))
      : undefined;
  if (name === undefined) throw new Error(`No step of a script: ${JSON.stringify(step)}`);
  return name;
}

/** Reads a script: a path, or the JSON itself. @throws {Error} that says what is wrong with it. */
export function readScript(argument: string | undefined): Script {
  if (argument === undefined) return {};
  const inline = argument.trimStart().startsWith("{");
  const script = JSON.parse(inline ? argument : readFileSync(argument, "utf8")) as Script;
  const wrong = Object.keys(script).find((key) => !scriptParts.has(key));
  if (wrong !== undefined) throw new Error(`No part of a script: ${JSON.stringify(wrong)}`);
  for (const steps of Object.values(script.on ?? {})) checkSteps(steps);
  for (const steps of script.turns ?? []) checkSteps(steps);
  for (const { steps } of script.rules ?? []) checkSteps(steps);
  if (script.stateDir === undefined || inline) return script;
  return { ...script, stateDir: resolve(dirname(argument), script.stateDir) };
}

function checkSteps(steps: readonly Step[]): void {
  if (!Array.isArray(steps)) throw new Error(`No list of steps: ${JSON.stringify(steps)}`);
  for (const step of steps as readonly Step[]) {
    const name = stepName(step);
    if ("steps" in step) checkSteps(step.steps);
    if ("else" in step && step.else !== undefined) checkSteps(step.else);
    if ("afterCancel" in step && step.afterCancel !== undefined) checkSteps(step.afterCancel);
    if (name === "permission") {
      for (const answer of Object.values((step as Steps["permission"]).on ?? {})) {
        checkSteps(answer);
      }
    }
  }
}
