import { finished } from "node:stream/promises";
import type {
  CreateTerminalRequest,
  TerminalExitStatus,
  TerminalOutputResponse,
} from "@agentclientprotocol/sdk";
import type { Host } from "@flow-bundle/bundle";
import type { OwnedProcess, ProcessOwner } from "../process/index.ts";
import { within } from "./agent-process.ts";
import { errnoOf } from "./agent-error.ts";
import { OutputTail } from "./output-tail.ts";

const defaultOutputBytes = 64 * 1024;
/** How long the last output may take to come when the command has ended. */
const drainMs = 500;
/** A command like this is meant for a shell. */
const shellSyntax = /[\s|&;<>()$`*?[\]{}'"\\]/;

interface Terminal {
  readonly process: OwnedProcess;
  readonly output: OutputTail;
  readonly ended: Promise<TerminalExitStatus>;
  status?: TerminalExitStatus;
}

/** The commands that an agent runs through us. */
export class Terminals {
  readonly #owner: ProcessOwner;
  readonly #host: Host;
  readonly #cwd: string;
  readonly #terminals = new Map<string, Terminal>();

  constructor(owner: ProcessOwner, host: Host, cwd: string) {
    this.#owner = owner;
    this.#host = host;
    this.#cwd = cwd;
  }

  /** Starts a command; gives the id of its terminal. @throws {Error} when it cannot be started. */
  async create(request: CreateTerminalRequest): Promise<string> {
    const process = await this.#start(request);
    const output = new OutputTail(Math.max(0, request.outputByteLimit ?? defaultOutputBytes));
    process.stdin.end();
    for (const stream of [process.stdout, process.stderr]) {
      stream.on("data", (chunk: Buffer) => output.push(chunk));
    }
    const terminal: Terminal = { process, output, ended: endOf(process) };
    void notice(terminal);
    const id = `terminal-${this.#host.randomHex(12)}`;
    this.#terminals.set(id, terminal);
    return id;
  }

  output(id: string): TerminalOutputResponse {
    const { output, status } = this.#get(id);
    const { text, truncated } = output;
    return { output: text, truncated, ...(status !== undefined && { exitStatus: status }) };
  }

  async waitForExit(id: string): Promise<TerminalExitStatus> {
    return this.#get(id).ended;
  }

  /** Ends the command; the terminal stays. */
  async kill(id: string): Promise<void> {
    const { process, ended } = this.#get(id);
    await process.terminate();
    await ended;
  }

  /** Ends the command and forgets the terminal. */
  async release(id: string): Promise<void> {
    await this.kill(id);
    this.#terminals.delete(id);
  }

  /** Ends every command; the terminals stay. */
  async endAll(): Promise<void> {
    await Promise.all(
      [...this.#terminals.values()].map(async ({ process, ended }) => {
        await process.terminate();
        await ended;
      }),
    );
  }

  async #start({ command, args, env = [], cwd }: CreateTerminalRequest): Promise<OwnedProcess> {
    const given = Object.fromEntries(env.map(({ name, value }) => [name, value]));
    const common = { cwd: cwd ?? this.#cwd, env: { ...process.env, ...given } };
    try {
      return await this.#owner.start({ ...common, command, args: args ?? [] });
    } catch (error) {
      const isLine = args === undefined && shellSyntax.test(command);
      if (!isLine || errnoOf(error) !== "ENOENT") throw error;
      // Some agents hand over a whole command line.
      return this.#owner.start({ ...common, command, args: [], shell: true });
    }
  }

  #get(id: string): Terminal {
    const terminal = this.#terminals.get(id);
    if (terminal === undefined) throw new Error(`There is no terminal ${JSON.stringify(id)}`);
    return terminal;
  }
}

async function notice(terminal: Terminal): Promise<void> {
  terminal.status = await terminal.ended;
}

async function endOf(process: OwnedProcess): Promise<TerminalExitStatus> {
  const read = Promise.all(
    [process.stdout, process.stderr].map((stream) => finished(stream).catch(() => undefined)),
  );
  const { exitCode, signal } = await process.exited;
  await within(read, drainMs);
  return { exitCode, signal };
}
