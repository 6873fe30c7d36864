import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Observed } from "../observe/tools.ts";
import { Place } from "./place.ts";
import { errorClass } from "./error-class.ts";

/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Members = { [key: string]: Json };

/** An event, with what is the same in every run of the same flow. */
export interface Event {
  readonly type: string;
  /** Who the envelope names: a session, by number in order of appearance. */
  readonly session?: string;
  payload: Members;
}

/** An attempt with its events, or events of the run between two attempts. */
export interface Part {
  /** `run` for events between attempts. */
  readonly attempt: string;
  readonly nodeId?: string;
  events: Event[];
}

/** What is compared: a run without times, ids, paths and digests. */
export interface Run {
  ended: string;
  exitCode: number | string | null;
  /** Null without a bundle. */
  manifest: Members | null;
  flow: Json;
  parts: Part[];
  /** From `run.json`: keys of `outputs`, outcomes of `results`. */
  outputs: string[];
  results: Members;
  sessions: Json[];
}

/** A text that an artifact holds, in place of the reference to it. */
export interface Artifact {
  [key: string]: Json;
  mediaType: string;
  content: Json;
}

/** Reads what a tool left of a run. */
export function normalise(observed: Observed): Run {
  const { bundle } = observed;
  const ends = { ended: observed.ended, exitCode: observed.exitCode ?? null };
  if (bundle === undefined || !existsSync(join(bundle, "manifest.json"))) {
    const nothing = { manifest: null, flow: null, parts: [], outputs: [] };
    return { ...ends, ...nothing, results: {}, sessions: [] };
  }
  const place = new Place(observed, bundle);
  const read = (file: string) => place.plain(JSON.parse(readFileSync(join(bundle, file), "utf8")));
  const events = readFileSync(join(bundle, "trace.ndjson"), "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as RawEvent);
  const manifest = read("manifest.json") as Members;
  const projection = read("projections/run.json") as Members;
  const flow = read("flow.json");
  const parts = partsOf(events, place, beating(flow));
  return {
    ...ends,
    manifest: pick(manifest, ["flowName", "runTitle", "flowPath", "status"]),
    flow,
    parts,
    outputs: Object.keys((projection["outputs"] ?? {}) as Members).toSorted(),
    results: Object.fromEntries(
      Object.entries((projection["results"] ?? {}) as Members).map(([id, result]) => [
        `node ${id}`,
        (result as Members)["outcome"] ?? null,
      ]),
    ),
    sessions: ((manifest["sessions"] ?? []) as Members[]).map(({ handle }) => handle ?? null),
  };
}

interface RawEvent {
  readonly type: string;
  readonly attemptId?: string;
  readonly nodeId?: string;
  readonly sessionId?: string;
  readonly payload: Members;
}

/** Ids of the nodes that say themselves how often they give heartbeats. */
function beating(flow: Json): ReadonlySet<string> {
  const nodes = Object.entries((flow as Members)["nodes"] as Members);
  return new Set(
    nodes.flatMap(([id, node]) => (Number((node as Members)["heartbeatMs"]) > 0 ? [id] : [])),
  );
}

function partsOf(events: readonly RawEvent[], place: Place, beats: ReadonlySet<string>): Part[] {
  const parts: Part[] = [];
  let open: string | undefined;
  let said: Json | undefined;
  for (const { type, attemptId, nodeId, sessionId, payload } of events) {
    if (type === "node_started") open = attemptId;
    // session_bound names no attempt: it belongs to the one that is open.
    const attempt = type === "session_bound" ? (open ?? "run") : (attemptId ?? "run");
    if (type === "node_outcome") open = undefined;
    let part = parts.at(-1);
    if (part?.attempt !== attempt) {
      part = { attempt, ...(nodeId !== undefined && { nodeId }), events: [] };
      parts.push(part);
    }
    // How often the same heartbeat comes depends on the machine, unless the flow asks for many.
    if (type === "node_heartbeat" && said === payload["statusDetail"]) {
      const last = part.events.at(-1);
      if (beats.has(nodeId ?? "") && last?.type !== "node_heartbeat, again") {
        part.events.push({ type: "node_heartbeat, again", payload: {} });
      }
      continue;
    }
    if ("statusDetail" in payload) said = payload["statusDetail"];
    part.events.push({
      type,
      ...(sessionId !== undefined && { session: place.session(sessionId) }),
      payload: facts(payload, place),
    });
  }
  return parts;
}

/** A payload without times and digests, and with what artifacts hold instead of references to them. */
function facts(payload: Members, place: Place): Members {
  const found: Members = {};
  for (const [key, value] of Object.entries(payload)) {
    if (key === "durationMs" && Number.isInteger(value)) continue;
    if (key === "error" && typeof value === "string") {
      found[key] = errorClass(place.plain(value) as string);
    } else if (isReference(value)) {
      found[key] = key === "bindingArtifact" ? binding(place, value) : place.artifact(value);
    } else if (key === "sessionId") found[key] = place.session(String(value));
    else if (key === "conversation" || key === "action") {
      found[key] = facts(value as unknown as Members, place);
    } else if (key === "statusDetail") found[key] = promptStatus(place.plain(value));
    else found[key] = place.plain(value);
  }
  return found;
}

/** What is said of a prompt is shortened, and said of one without text, in each tool's own way. */
function promptStatus(value: Json): Json {
  if (typeof value !== "string") return value;
  if (value === "Running ACP prompt" || value === "ACP: (empty prompt)") return "ACP: <no text>";
  return value.startsWith("ACP: ") && value.length > 100 ? `${value.slice(0, 100)}…` : value;
}

function binding(place: Place, reference: Members): Json {
  const { content } = place.artifact(reference) as { content: Json };
  return pick(content as Members, ["handle", "profile", "agentName", "agentArgv", "cwd"]);
}

function isReference(value: Json): value is Members {
  return typeof value === "object" && value !== null && "sha256" in value && "path" in value;
}

function pick(from: Members, keys: readonly string[]): Members {
  return Object.fromEntries(
    keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])),
  );
}
