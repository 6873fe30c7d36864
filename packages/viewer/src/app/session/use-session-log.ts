import { sessionPaths } from "@flow-bundle/bundle";
import { useEffect, useState } from "react";
import type { RunState } from "../state/state.ts";
import { useRun } from "../state/store.ts";
import { ItemCache } from "./item-cache.ts";
import { SessionClient } from "./session-client.ts";
import { SessionLog } from "./session-log.ts";

/** A session that is open: its index, what was read of it, and its worker. */
export interface OpenSession {
  readonly log: SessionLog;
  readonly items: ItemCache;
  readonly client: SessionClient;
  readonly listeners: Set<() => void>;
}

/** Sessions of the open run, so that the panes share them and a switch between tabs reads nothing again. */
const kept = new Map<string, OpenSession>();
const maxKept = 4;

/** A session as far as it was read. The same object while it grows: depend on `log.revision`. */
export function useSession(sessionId: string | undefined): OpenSession | undefined {
  const run = useRun();
  const [, setRevision] = useState("");
  const key = `${run.id}\n${sessionId ?? ""}`;
  const version = run.fileVersions.get(sessionPaths(sessionId ?? "").events);
  useEffect(() => {
    if (sessionId === undefined) return undefined;
    const session = open(key, sessionId);
    const tell = (): void => setRevision(`${key} ${session.log.revision}`);
    session.listeners.add(tell);
    tell();
    return () => {
      session.listeners.delete(tell);
    };
  }, [key, sessionId]);
  useEffect(() => {
    if (sessionId !== undefined) follow(open(key, sessionId), run);
    // The source changes with every change of a live run; what counts is whether this file did.
    // oxlint-disable-next-line exhaustive-deps
  }, [key, version, hasEnded(run)]);
  return sessionId === undefined ? undefined : kept.get(key);
}

/** The index of a session's events; see {@link useSession}. */
export function useSessionLog(sessionId: string | undefined): SessionLog | undefined {
  return useSession(sessionId)?.log;
}

function open(key: string, sessionId: string): OpenSession {
  const known = kept.get(key);
  kept.delete(key);
  const session = known ?? create(sessionId);
  kept.set(key, session);
  for (const [old, { client, listeners }] of kept) {
    if (kept.size <= maxKept) break;
    if (listeners.size > 0 || old === key) continue;
    client.close();
    kept.delete(old);
  }
  return session;
}

function create(sessionId: string): OpenSession {
  const log = new SessionLog(sessionPaths(sessionId).events);
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const client = new SessionClient(
    sessionId,
    (batch) => {
      log.append(batch);
      tell();
    },
    (end) => {
      log.finish(end);
      tell();
    },
  );
  const items = new ItemCache((indices, line) => client.items(indices, line));
  return { log, items, client, listeners };
}

/** What each worker was told to read last, so that several panes do not tell it the same. */
const told = new WeakMap<OpenSession, { readonly source: unknown; readonly ended: boolean }>();

function follow(session: OpenSession, run: RunState): void {
  const { source, descriptor } = run;
  const ended = hasEnded(run);
  const last = told.get(session);
  if (last?.source === source && last.ended === ended) return;
  told.set(session, { source, ended });
  session.client.read(descriptor, ended);
}

/** By the manifest: then the last line counts, with or without LF. */
function hasEnded({ manifest }: RunState): boolean {
  const status = manifest?.status;
  return status === "completed" || status === "failed" || status === "timed_out";
}
