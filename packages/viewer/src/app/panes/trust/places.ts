import type { Finding } from "@flow-bundle/schema";
import type { Selection } from "../../state/selection.ts";

type Place = Pick<Finding, "file" | "line" | "attemptId" | "sessionId" | "nodeId">;

/** Where a finding leads to: the event, the session, the artifact, the attempt or the node; undefined for nowhere. */
export function selectionOf(place: Place): Selection | undefined {
  const { file, line, attemptId, sessionId, nodeId } = place;
  const attempt = attemptId === undefined ? {} : { attempt: attemptId, node: undefined };
  if (file === "trace.ndjson") return { ...attempt, tab: "events", log: "trace", event: line };
  const [folder, name, ...rest] = file.split("/");
  if (folder === "sessions" && name !== undefined && rest.length > 0) {
    const session = sessionId ?? name;
    if (rest.join("/") === "events.ndjson" && line !== undefined) {
      return { ...attempt, tab: "events", log: "session", session, event: line };
    }
    return { ...attempt, tab: "conversation", session };
  }
  if (folder === "artifacts" && name !== undefined) {
    return { ...attempt, tab: "artifacts", artifact: file };
  }
  if (attemptId !== undefined) return { ...attempt, tab: "attempt" };
  if (sessionId !== undefined) return { tab: "conversation", session: sessionId };
  if (nodeId !== undefined) return { node: nodeId, attempt: undefined, tab: "attempt" };
  return undefined;
}

/** A place as text: `trace.ndjson, line 3, /payload/outcome`. */
export function placeText({
  file,
  line,
  column,
  pointer,
}: Pick<Finding, "file" | "line" | "column" | "pointer">): string {
  const parts = [file === "" ? "the bundle" : file];
  if (line !== undefined) parts.push(`line ${line}`);
  if (pointer !== undefined && pointer !== "") parts.push(pointer);
  else if (column !== undefined && column > 1) parts.push(`column ${column}`);
  return parts.join(", ");
}
