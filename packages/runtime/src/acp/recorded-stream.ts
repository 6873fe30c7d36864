import { debuglog } from "node:util";
import type { AnyMessage, Stream } from "@agentclientprotocol/sdk";
import { asError, beginning, errnoOf } from "./agent-error.ts";
import type { AgentProcess } from "./agent-process.ts";
import { Lines, checkNesting } from "./lines.ts";
import { isRequest, isResponse, parseMessage } from "./messages.ts";
import type { Message } from "./messages.ts";
import type { Recorder } from "./recorder.ts";

const debug = debuglog("flow-acp");

/** The messages between an agent process and the client, each recorded before anybody acts on it. */
export interface RecordedStream extends Stream {
  /** Fulfilled when the agent's output was read to its end. Then nothing is recorded any more. */
  readonly read: Promise<void>;
  /** What came that was no message, for people; empty when nothing did. */
  describeNoise(): string;
}

/**
 * Makes the stream. Notifications of the agent are recorded and go no further, save the one that cancels a request: what
 * they say is read from the record. So are responses that nobody waits for.
 *
 * @param fail called when reading cannot go on.
 */
export function recordedStream(
  agent: AgentProcess,
  recorder: Recorder,
  fail: (error: Error) => void,
): RecordedStream {
  const pending = new Set<unknown>();
  let noise = 0;
  let firstNoise = "";
  let controller: ReadableStreamDefaultController<AnyMessage>;
  const readable = new ReadableStream<AnyMessage>({
    start(created) {
      controller = created;
    },
  });

  async function take(line: string): Promise<void> {
    if (line.trim() === "") return;
    checkNesting(line);
    const message = parseMessage(line);
    if (message === undefined) {
      noise += 1;
      if (noise === 1) firstNoise = beginning(line.trim(), 200);
      debug("%s wrote what is no message: %s", agent.name, beginning(line));
      return;
    }
    const written = recorder.record("inbound", message);
    if (!isForClient(message, pending)) return;
    await written;
    controller.enqueue(message as unknown as AnyMessage);
  }

  async function read(): Promise<void> {
    const lines = new Lines();
    try {
      for await (const chunk of agent.stdout) {
        for (const line of lines.push(chunk)) await take(line);
      }
      // A last line without its end was not finished, or the agent does not care: when it is a message, it counts.
      await take(lines.rest());
    } catch (error) {
      // Whoever ends the agent closes its output.
      if (errnoOf(error) !== "ERR_STREAM_PREMATURE_CLOSE") fail(asError(error));
    }
  }

  return {
    readable,
    writable: new WritableStream<AnyMessage>({
      async write(outgoing) {
        if (!agent.isListening) return;
        const line = JSON.stringify(outgoing);
        const message = JSON.parse(line) as Message;
        if (isRequest(message)) pending.add(message["id"]);
        await recorder.record("outbound", message);
        await agent.write(`${line}\n`);
      },
    }),
    read: read(),
    describeNoise() {
      if (noise === 0) return "";
      const count = noise === 1 ? "a line that is" : `${noise} lines that are`;
      return `; it wrote ${count} no JSON-RPC message, first: ${firstNoise}`;
    },
  };
}

function isForClient(message: Message, pending: Set<unknown>): boolean {
  if (isResponse(message)) return pending.delete(message["id"]);
  return isRequest(message) || message["method"] === "$/cancel_request";
}
