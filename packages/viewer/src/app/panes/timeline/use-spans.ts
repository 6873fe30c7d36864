import { sessionPaths } from "@flow-bundle/bundle";
import { useEffect, useState } from "react";
import type { RunState } from "../../state/state.ts";
import type { SpansReply, SpansRequest } from "./spans-worker.ts";

const nothing: SpansReply = { spans: [], isCut: false, unread: [] };
/** A live session is read again not more often than this. */
const againMs = 1500;

/** Tool calls and permission waits of all sessions, read by a worker; again when a live session grows. */
export function useSpans(run: RunState): SpansReply {
  const [reply, setReply] = useState(nothing);
  const { id, table, fileVersions, descriptor, phase } = run;
  const sessionIds = table.sessions.map(({ sessionId }) => sessionId);
  const versions = sessionIds.map((session) => fileVersions.get(sessionPaths(session).events) ?? 0);
  const key = phase === "ready" ? JSON.stringify([id, sessionIds, versions]) : "";
  const isAgain = versions.some((version) => version > 0);
  useEffect(() => {
    if (key === "" || sessionIds.length === 0) {
      setReply(nothing);
      return undefined;
    }
    let worker: Worker | undefined;
    const timer = setTimeout(
      () => {
        worker = new Worker(new URL("./spans-worker.ts", import.meta.url), { type: "module" });
        worker.addEventListener("message", ({ data }: MessageEvent<SpansReply>) => {
          setReply(data);
          worker?.terminate();
        });
        worker.addEventListener("error", () => setReply({ ...nothing, unread: sessionIds }));
        const request: SpansRequest = { descriptor, sessionIds };
        worker.postMessage(request, { transfer: [] });
      },
      isAgain ? againMs : 0,
    );
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
    // oxlint-disable-next-line exhaustive-deps -- the key has all that matters
  }, [key]);
  return reply;
}
