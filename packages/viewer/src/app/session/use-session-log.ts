import { readSessionBinding, sessionPaths } from "@flow-bundle/bundle";
import { useEffect, useState } from "react";
import type { RunState } from "../state/state.ts";
import { useRun } from "../state/store.ts";
import { readSession, SessionLog } from "./session-log.ts";
import { textAt } from "./values.ts";

/** Logs of the open run, so that the panes share them and a switch between tabs reads nothing again. */
const kept = new Map<string, SessionLog>();
const reading = new Map<SessionLog, Promise<void>>();
const maxKept = 4;

/** The events of a session, as far as they were read. The same object while it grows: depend on its `revision`. */
export function useSessionLog(sessionId: string | undefined): SessionLog | undefined {
  const run = useRun();
  const [, setRevision] = useState("");
  const paths = sessionPaths(sessionId ?? "");
  const key = `${run.id}\n${sessionId ?? ""}`;
  const version = run.fileVersions.get(paths.events);
  useEffect(() => {
    if (sessionId === undefined) return undefined;
    let isCurrent = true;
    void follow(run, sessionId, key, (log) => {
      if (isCurrent) setRevision(`${key} ${log.revision}`);
    });
    return () => {
      isCurrent = false;
    };
    // The source changes with every change of a live run; what counts is whether this file did.
    // oxlint-disable-next-line exhaustive-deps
  }, [key, version, hasEnded(run)]);
  return sessionId === undefined ? undefined : kept.get(key);
}

async function follow(
  run: RunState,
  sessionId: string,
  key: string,
  onChange: (log: SessionLog) => void,
): Promise<void> {
  let log = kept.get(key);
  if (log === undefined) {
    const binding = await readSessionBinding(run.source, sessionId);
    const acpSessionId = binding.ok ? textAt(binding.value, "acpSessionId") : undefined;
    log = kept.get(key) ?? new SessionLog(sessionPaths(sessionId).events, acpSessionId);
  }
  kept.delete(key);
  kept.set(key, log);
  for (const old of kept.keys()) if (kept.size > maxKept) kept.delete(old);
  const own = log;
  const before = reading.get(own) ?? Promise.resolve();
  const timer = setInterval(() => onChange(own), 200);
  const next = before.then(() => readSession(run.source, own, hasEnded(run), () => true));
  reading.set(own, next);
  try {
    await next;
  } finally {
    clearInterval(timer);
  }
  if (reading.get(own) === next) reading.delete(own);
  onChange(own);
}

/** By the manifest: then the last line counts, with or without LF. */
export function hasEnded({ manifest }: RunState): boolean {
  const status = manifest?.status;
  return status === "completed" || status === "failed" || status === "timed_out";
}
