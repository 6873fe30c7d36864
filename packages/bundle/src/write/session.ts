import { loadValidators } from "@flow-bundle/schema";
import type { SessionBinding, SessionEvent, SessionRecord } from "@flow-bundle/schema";
import type { NewMessage, SessionWriter } from "./bundle-writer.ts";
import { sessionPaths } from "../lookup/session.ts";
import { toDocument, toSessionLine } from "../seal/serialise.ts";
import { checkDocument, jsonOf } from "./check.ts";
import type { BundleWriteError } from "./errors.ts";
import { createFile, replaceFile } from "./files.ts";
import type { Host } from "./host.ts";
import type { LineFile } from "./line-file.ts";
import { Queue } from "./queue.ts";

/** Where a session stands: what its next line depends on. */
export interface SessionPosition {
  readonly seq: number;
  readonly at: string;
}

/** What a session asks of the writer that it belongs to. */
export interface SessionOwner {
  readonly host: Host;
  readonly bundle: string;
  /** To be called before each write. Throws when nothing may be written any more. */
  prepare(): Promise<void>;
  /** A line could not be written: nothing else may be. */
  stop(cause: unknown): BundleWriteError;
}

/** The files of one session. */
export class SessionFiles implements SessionWriter {
  readonly id: string;
  readonly binding: SessionBinding;
  readonly #owner: SessionOwner;
  readonly #lines: LineFile;
  readonly #queue = new Queue();
  #position: SessionPosition;

  constructor(
    owner: SessionOwner,
    binding: SessionBinding,
    lines: LineFile,
    position: SessionPosition,
  ) {
    this.id = binding.bundleId;
    this.binding = binding;
    this.#owner = owner;
    this.#lines = lines;
    this.#position = position;
  }

  get lastSeq(): number {
    return this.#position.seq;
  }

  message(message: NewMessage): Promise<SessionEvent> {
    return this.#queue.run(async () => {
      await this.#owner.prepare();
      const event = nextEvent(this.#owner.host, message, this.#position);
      const line = await sessionLine(event);
      try {
        await this.#lines.append(line);
      } catch (cause) {
        throw this.#owner.stop(cause);
      }
      this.#position = event;
      return event;
    });
  }

  record(record: SessionRecord): Promise<void> {
    const text = toDocument(record);
    return this.#queue.run(async () => {
      await this.#owner.prepare();
      checkDocument(await loadValidators("1.1"), "session-record", record);
      const { host, bundle } = this.#owner;
      const path = `${bundle}/${sessionPaths(this.id).record}`;
      try {
        await replaceFile(host.files, path, text);
      } catch (cause) {
        throw this.#owner.stop(cause);
      }
    });
  }

  /** Waits for what was asked for, and closes the file. */
  close(): Promise<void> {
    return this.#queue.run(() => this.#lines.close());
  }
}

/** The event of a message that follows on a position. */
export function nextEvent(
  host: Host,
  { direction, message, at }: NewMessage,
  last: SessionPosition,
): SessionEvent {
  const time = at ?? new Date(host.now()).toISOString();
  return { seq: last.seq + 1, at: time < last.at ? last.at : time, direction, message };
}

/** Makes the three files of a session in a folder that is not part of the bundle yet. */
export async function createSessionFiles(
  host: Host,
  folder: string,
  binding: SessionBinding,
  events: readonly SessionEvent[],
  record: SessionRecord,
): Promise<void> {
  const { files } = host;
  const validators = await loadValidators("1.1");
  checkDocument(validators, "session-binding", binding);
  checkDocument(validators, "session-record", record);
  const lines = await Promise.all(events.map(sessionLine));
  await files.removeFolder(folder);
  await files.createFolder(folder);
  await createFile(files, `${folder}/binding.json`, toDocument(binding));
  await createFile(files, `${folder}/events.ndjson`, lines.join(""));
  await createFile(files, `${folder}/record.json`, toDocument(record));
}

async function sessionLine(event: SessionEvent): Promise<string> {
  checkDocument(await loadValidators("1.1"), "session-event", event);
  return jsonOf("The message", () => toSessionLine(event));
}

/** The record of a session before its first prompt. */
export function emptyRecord(binding: SessionBinding, at: string, lastSeq: number): SessionRecord {
  const { acpxRecordId, acpSessionId, agentSessionId, agentCommand, agentArgv, cwd, name } =
    binding;
  return {
    schema: "acpx.session.v1",
    acpxRecordId,
    acpSessionId,
    ...(agentSessionId !== undefined && { agentSessionId }),
    agentCommand,
    ...(agentArgv !== undefined && { agentArgv }),
    cwd,
    name,
    createdAt: at,
    lastUsedAt: at,
    lastSeq,
    eventLog: {
      active_path: sessionPaths(binding.bundleId).events,
      segment_count: 1,
      max_segment_bytes: 64 * 1024 * 1024,
      max_segments: 1,
    },
    closed: false,
    title: null,
    messages: [],
    updated_at: at,
    cumulative_token_usage: {},
    request_token_usage: {},
  };
}
