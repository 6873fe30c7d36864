/**
 * Redaction: secrets are replaced in everything that goes into a bundle, at the one place where it is written.
 *
 * To whoever records a session:
 *
 * - `SessionWriter.message` may hold a message back: when the text of an agent's chunk ends with what could be the
 *   beginning of a secret, the chunk, and every message after it, waits until the next chunk decides. So **never await
 *   `message()` before the next message is handed over**; keep its promise and await it later. Messages are written in
 *   the order of the calls in any case: when the last promise is fulfilled, everything is written.
 * - Everything held back is released by a message with an `id` (requests and responses in either direction, so the end
 *   of a turn), by the beginning of a tool call, by `record()`, by `append` of an event with a `conversation` of the
 *   session, by `flush` and `close` of the writer, and by {@link releaseHeld}. Before a range is computed:
 *   `releaseHeld(session); await lastPromise;` and then `session.lastSeq` counts every line.
 * - `at` of a message is the time of the call, however long it was held.
 * - A binding may come out with other texts than it was handed in with (`agentCommand`, `agentArgv`, `key`), and so do
 *   these members of a record. To find a session of an earlier process by its key, compare with {@link asRecorded}.
 */
export { asRecorded, releaseHeld } from "./handles.ts";
export { recordedBundle, reopenedBundle } from "./recorded-bundle.ts";
export { createRedactor, credentialPrefix, isRedacted } from "./secrets.ts";
export type { Redactor } from "./redactor.ts";
