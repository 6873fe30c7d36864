import type { ClientConnection } from "@agentclientprotocol/sdk";
import { AgentError, requestFailure } from "./agent-error.ts";
import { within } from "./agent-process.ts";
import type { AgentProcess } from "./agent-process.ts";
import { clientApp } from "./client-methods.ts";
import type { ClientSide } from "./client-methods.ts";
import { members } from "./messages.ts";
import { recordedStream } from "./recorded-stream.ts";
import type { RecordedStream } from "./recorded-stream.ts";
import type { Recorder } from "./recorder.ts";

/** The connection broke, because of the agent. */
class Lost extends Error {}

/** A running agent that we talk with. */
export class AgentConnection {
  readonly agent: AgentProcess;
  readonly #sdk: ClientConnection;
  readonly #stream: RecordedStream;
  readonly #over: Promise<void>;
  #isOpen = true;

  constructor(agent: AgentProcess, recorder: Recorder, side: ClientSide) {
    this.agent = agent;
    const fail = (error: Error) => this.#fail(error);
    recorder.onFailure = fail;
    this.#stream = recordedStream(agent, recorder, fail);
    this.#sdk = clientApp(side).connect(this.#stream);
    this.#over = agent.over(this.#stream.read).then(() => this.#close(new Lost()));
    // Whoever ends the agent learns when that fails.
    this.#over.catch((error: Error) => this.#close(error));
  }

  /** False when the agent is gone, or cannot be talked with any more. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws {AgentError} when the agent answers with an error, or ends before it answers.
   */
  async request(method: string, params: unknown): Promise<Readonly<Record<string, unknown>>> {
    try {
      return members(await this.#sdk.agent.request<unknown>(method, params));
    } catch (error) {
      if (error instanceof Lost) throw this.#gone(method);
      throw requestFailure(this.agent.name, method, error);
    }
  }

  /** Sends a notification, as far as the agent still reads. */
  notify(method: string, params: unknown): void {
    this.#sdk.agent.notify(method, params).catch(() => undefined);
  }

  /** Ends the agent and everything that it started. Fulfilled when nothing of it runs any more. */
  async stop(atOnce = false): Promise<void> {
    if (!atOnce && this.#isOpen) await this.agent.stop(false);
    await this.agent.stop(true);
    await within(
      this.#over.catch(() => undefined),
      1000,
    );
    this.#close(new AgentError(`${this.agent.name} was stopped`));
  }

  #gone(method: string): AgentError {
    const { name } = this.agent;
    const more = this.agent.describeErrors() + this.#stream.describeNoise();
    return new AgentError(
      `${name} ${this.agent.describeEnd()} before it answered ${method}${more}`,
    );
  }

  #fail(cause: Error): void {
    const message = `The connection with ${this.agent.name} broke: ${cause.message}`;
    this.#close(new AgentError(message, { cause }));
    void this.#abandon();
  }

  async #abandon(): Promise<void> {
    try {
      await this.agent.stop(true);
    } catch {
      // Whoever stops the connection learns it.
    }
  }

  #close(error: Error): void {
    this.#isOpen = false;
    this.#sdk.close(error);
  }

  /** What the agent wrote that is no message, for people. */
  describeNoise(): string {
    return this.#stream.describeNoise();
  }
}
