import type { BundleSource } from "@flow-bundle/bundle";
import { useRun } from "../state/store.ts";
import { useLoaded } from "../state/use-file.ts";

/** A session that can be looked at. */
export interface SessionChoice {
  readonly sessionId: string;
  /** As the flow names it; undefined when the trace binds no such session and there is only a folder. */
  readonly handle: string | undefined;
}

/** Sessions that the trace binds, in that order, and then folders of sessions that it does not. */
export function useSessions(): readonly SessionChoice[] {
  const { id, source, table, fileVersions } = useRun();
  const loaded = useLoaded(() => sessionFolders(source), [id, fileVersions.size]);
  const bound: SessionChoice[] = table.sessions.map(({ sessionId, handle }) => ({
    sessionId,
    handle,
  }));
  const known = new Set(bound.map(({ sessionId }) => sessionId));
  const folders = loaded.phase === "done" ? loaded.value : [];
  const others = folders.filter((folder) => !known.has(folder));
  return [...bound, ...others.map((sessionId) => ({ sessionId, handle: undefined }))];
}

async function sessionFolders(source: BundleSource): Promise<readonly string[]> {
  const found: string[] = [];
  try {
    for await (const { path } of source.entries()) {
      const match = /^sessions\/([^/]+)\/events\.ndjson$/.exec(path);
      if (match?.[1] !== undefined) found.push(match[1]);
    }
  } catch {
    // A host of static files has no listing: what the trace binds is all that is known.
  }
  return found;
}

/** What a session is called in a list. */
export function sessionTitle({ sessionId, handle }: SessionChoice): string {
  if (handle === undefined) return `${sessionId} (not in the trace)`;
  return sessionId.startsWith(handle) ? sessionId : `${handle}: ${sessionId}`;
}
