import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { client, methods, ndJsonStream } from "@agentclientprotocol/sdk";
import type {
  ClientContext,
  ContentBlock,
  NewSessionRequest,
  RequestPermissionRequest,
  SessionNotification,
} from "@agentclientprotocol/sdk";
import type { Script } from "../../examples/agents/scripted/script.ts";

const agentPath = fileURLToPath(
  new URL("../../examples/agents/scripted-agent.ts", import.meta.url),
);

/** How an agent process ended. */
export interface AgentEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The scripted agent as a process, and a client that talks with it. */
export class AgentClient {
  /** Working directory of sessions, and where the script is. Removed with the last client of it. */
  readonly folder: string;
  readonly process: ChildProcess;
  readonly agent: ClientContext;
  readonly ended: Promise<AgentEnd>;
  /** Everything that came by `session/update`. */
  readonly notifications: SessionNotification[] = [];
  readonly permissions: RequestPermissionRequest[] = [];
  /** What is done in terminals. */
  readonly terminals: string[] = [];
  /** Option that is chosen when the agent asks; undefined: cancelled. */
  choice: string | undefined = "allow";
  stdout = "";
  stderr = "";

  private constructor(args: readonly string[], folder: string) {
    this.folder = folder;
    const child = spawn(process.execPath, [agentPath, ...args], { cwd: folder, stdio: "pipe" });
    child.stdout.on("data", (bytes: Buffer) => (this.stdout += bytes.toString()));
    child.stderr.on("data", (bytes: Buffer) => (this.stderr += bytes.toString()));
    this.process = child;
    this.ended = new Promise((resolve) => {
      child.on("close", (code, signal) => resolve({ code, signal }));
    });
    const output = Readable.toWeb(child.stdout) as ReadableStream<Uint8Array>;
    this.agent = this.#app().connect(ndJsonStream(Writable.toWeb(child.stdin), output)).agent;
  }

  /** Starts an agent with a script; none: its default. */
  static async start(script?: Script, folder = AgentClient.folder()): Promise<AgentClient> {
    const path = join(folder, "script.json");
    if (script !== undefined) writeFileSync(path, JSON.stringify(script));
    const started = AgentClient.run(script === undefined ? [] : [path], folder);
    await started.initialize();
    return started;
  }

  /** Starts an agent with these arguments, and says nothing to it. */
  static run(args: readonly string[], folder: string): AgentClient {
    return new AgentClient(args, folder);
  }

  static folder(): string {
    return mkdtempSync(join(tmpdir(), "scripted-agent-"));
  }

  initialize() {
    const clientCapabilities = { fs: { readTextFile: true, writeTextFile: true }, terminal: true };
    const params = { protocolVersion: 1, clientCapabilities };
    return this.agent.request(methods.agent.initialize, params);
  }

  async newSession(): Promise<string> {
    const params: NewSessionRequest = { cwd: this.folder, mcpServers: [] };
    const { sessionId } = await this.agent.request(methods.agent.session.new, params);
    return sessionId;
  }

  prompt(sessionId: string, text: string, ...blocks: ContentBlock[]) {
    const prompt: ContentBlock[] = [{ type: "text", text }, ...blocks];
    return this.agent.request(methods.agent.session.prompt, { sessionId, prompt });
  }

  /** A new session, and a first prompt in it. */
  async say(text: string, ...blocks: ContentBlock[]) {
    return this.prompt(await this.newSession(), text, ...blocks);
  }

  cancel(sessionId: string): Promise<void> {
    return this.agent.notify(methods.agent.session.cancel, { sessionId });
  }

  /** Waits for that many updates. */
  async updates(count: number): Promise<void> {
    while (this.notifications.length < count) {
      await new Promise((resolve) => void setTimeout(resolve, 2));
    }
  }

  /** The texts of the agent's messages, joined. */
  get text(): string {
    return this.chunks("agent_message_chunk").join("");
  }

  chunks(kind: string): string[] {
    return this.notifications.flatMap(({ update }) =>
      update.sessionUpdate === kind && "content" in update
        ? [(update.content as { text?: string }).text ?? ""]
        : [],
    );
  }

  /** Hangs up, and removes the folder. */
  async end(): Promise<void> {
    this.process.kill("SIGKILL");
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  #app() {
    const { session, fs, terminal } = methods.client;
    return client({ name: "test" })
      .onNotification(session.update, ({ params }) => void this.notifications.push(params))
      .onRequest(session.requestPermission, ({ params }) => {
        this.permissions.push(params);
        const optionId = this.choice;
        if (optionId === undefined) return { outcome: { outcome: "cancelled" } };
        return { outcome: { outcome: "selected", optionId } };
      })
      .onRequest(fs.readTextFile, ({ params: { path, line, limit } }) => {
        const lines = readFileSync(path, "utf8").split("\n");
        const first = (line ?? 1) - 1;
        return { content: lines.slice(first, first + (limit ?? lines.length)).join("\n") };
      })
      .onRequest(fs.writeTextFile, ({ params: { path, content } }) => {
        writeFileSync(path, content);
      })
      .onRequest(terminal.create, ({ params: { command, args = [] } }) => {
        this.terminals.push(`create ${[command, ...args].join(" ")}`);
        return { terminalId: "term-1" };
      })
      .onRequest(terminal.waitForExit, ({ params: { terminalId } }) => {
        this.terminals.push(`wait ${terminalId}`);
        return { exitCode: 0 };
      })
      .onRequest(terminal.output, ({ params: { terminalId } }) => {
        this.terminals.push(`output ${terminalId}`);
        return { output: "terminal output", truncated: false };
      })
      .onRequest(terminal.kill, () => void this.terminals.push("kill"))
      .onRequest(terminal.release, () => void this.terminals.push("release"));
  }
}
