import type {
  ConversationRange,
  SessionBinding,
  SessionEvent,
  SessionRecord,
} from "@flow-bundle/schema";
import type { Fixture } from "./fixtures.ts";

/** A session of a fixture. */
export interface RecordedSession {
  /** Path below `fixtures/`. */
  readonly name: string;
  readonly binding: SessionBinding;
  /** Without a torn line at the end. */
  readonly events: readonly SessionEvent[];
  readonly record: SessionRecord;
  /** Of the outcomes, in their order. */
  readonly ranges: readonly ConversationRange[];
}

/** The sessions of a bundle. */
export function sessionsOf(fixture: Fixture): RecordedSession[] {
  return fixture
    .paths()
    .filter((path) => path.startsWith("sessions/") && path.endsWith("/record.json"))
    .map((path) => sessionOf(fixture, path.slice(0, -"record.json".length)));
}

/** A session whose files are in a folder, given with its final slash. */
export function sessionOf(fixture: Fixture, folder: string): RecordedSession {
  const binding = fixture.json<SessionBinding>(`${folder}binding.json`);
  const lines = fixture.text(`${folder}events.ndjson`).split("\n").slice(0, -1);
  return {
    name: `${fixture.path}/${folder}`,
    binding,
    events: lines.map((line) => JSON.parse(line) as SessionEvent),
    record: fixture.json<SessionRecord>(`${folder}record.json`),
    ranges: fixture
      .events()
      .flatMap((event) => (event.type === "node_outcome" ? [event.payload.conversation] : []))
      .filter((range) => range !== undefined && range.sessionId === binding.bundleId)
      .filter((range) => range !== undefined),
  };
}
