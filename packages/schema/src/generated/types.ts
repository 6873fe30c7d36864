// Generated from spec/ by `pnpm generate`. Do not edit.
/** A JSON value, or the artifact that holds it. */
export type ViewValue =
  | {
      /** The value. */
      inline: unknown;
    }
  | {
      /** The artifact that holds the value. */
      artifact: ArtifactReference;
    };
/** What an action did. A function leaves only its `actionType`. */
export type ActionReceipt = ShellActionReceipt | FunctionActionReceipt;
/** One event of the trace, of a type that the newest version knows. `type` tells which. */
export type TraceEvent =
  | RunStarted
  | RunCompleted
  | RunFailed
  | RunTimedOut
  | RunWaiting
  | RunResumed
  | NodeStarted
  | NodeHeartbeat
  | NodeOutcome
  | AcpPromptPrepared
  | AcpResponseParsed
  | ActionPrepared
  | ActionCompleted
  | SessionBound
  | ArtifactWritten;

/** The index of a bundle, `manifest.json`: which run it is, where it stands, and where its parts are. */
export interface Manifest {
  /** Identifier of the bundle format and its major version. */
  schema: "acpx.flow-run-bundle.v1";
  /** Version of this specification that the bundle follows. */
  specVersion?: string;
  /** The program that wrote the bundle. */
  producer?: {
    /** Name of the program. */
    name: string;
    /** Version of the program. */
    version: string;
  };
  /** Id of the run. */
  runId: string;
  /** Name of the flow. */
  flowName: string;
  /** Title of this run. Absent when the flow gives none. */
  runTitle?: string;
  /** Path of the file that defines the flow, on the machine that ran it. Absent when the flow came from no file. */
  flowPath?: string;
  /** When the run started. */
  startedAt: string;
  /** When the run ended. There exactly when it has ended. */
  finishedAt?: string;
  /** Where the run stands. The manifest is written last, so the trace may be further. */
  status: "running" | "waiting" | "completed" | "failed" | "timed_out";
  /** Identifier of the format of trace events and its major version. */
  traceSchema: "acpx.flow-trace-event.v1";
  /** Where the parts of the bundle are. The values never vary. */
  paths: {
    /** Path of the flow definition snapshot. */
    flow: "flow.json";
    /** Path of the trace, the only source of truth of the run. */
    trace: "trace.ndjson";
    /** Path of the run projection. */
    runProjection: "projections/run.json";
    /** Path of the live projection. */
    liveProjection: "projections/live.json";
    /** Path of the steps projection. */
    stepsProjection: "projections/steps.json";
    /** Path of the folder that has one folder for each session. */
    sessionsDir: "sessions";
    /** Path of the folder that holds the artifacts. */
    artifactsDir: "artifacts";
  };
  /** The agent sessions of the run, in the order in which they were bound. */
  sessions: ManifestSession[];
  /** True when contents of session messages were removed or replaced. */
  redacted?: boolean;
  /** Sizes and digests of everything else in a finished bundle. */
  seal?: Seal;
}
/** One agent session of the run. */
export interface ManifestSession {
  /** Id of the session: the name of its folder below `sessions/`, and the `sessionId` of its events. */
  id: string;
  /** The handle that the flow gave to the session; `isolated` for a session of a single attempt. */
  handle: string;
  /** Path of the session's `binding.json`. */
  bindingPath: string;
  /** Path of the session's `record.json`. */
  recordPath: string;
  /** Path of the session's `events.ndjson`. */
  eventsPath: string;
}
/** Sizes and digests of everything in a finished bundle except the manifest. It detects accidents; it is no signature. */
export interface Seal {
  /** The digest algorithm. */
  algorithm: "sha256";
  /** Size and digest of `trace.ndjson`. */
  trace: {
    /** Size of the trace in bytes. */
    bytes: number;
    /** SHA-256 of the trace. */
    sha256: string;
  };
  /** Every other file except the manifest, sorted by path. */
  files: {
    /** Path of the file in the bundle. */
    path: string;
    /** Size of the file in bytes. */
    bytes: number;
    /** SHA-256 of the file. */
    sha256: string;
  }[];
}
/** What the flow looked like when the run started, `flow.json`. */
export interface Flow {
  /** Identifier of the format of flow snapshots and its major version. */
  schema: "acpx.flow-definition-snapshot.v1";
  /** Name of the flow. */
  name: string;
  /** What the flow says about its runs. */
  run?: {
    /** Says that the flow gives a title for a run. */
    hasTitle: true;
  };
  /** Permissions that the flow asks for. Keys of the flow's own may follow. */
  permissions?: {
    /** The permission mode that the run needs. */
    requiredMode: "approve-all" | "approve-reads" | "deny-all";
    /** Whether the mode must have been granted explicitly. */
    requireExplicitGrant?: boolean;
    /** Why the flow needs it. */
    reason?: string;
  };
  /** Id of the node at which a run starts. */
  startAt: string;
  /** The nodes by id. Any string can be an id. */
  nodes: {
    [k: string]: FlowNode;
  };
  /** The edges; a node has one outgoing edge at most. */
  edges: FlowEdge[];
}
/** One node of the flow. */
export interface FlowNode {
  /** What the node does: `acp` (a turn of an agent), `compute`, `action`, `checkpoint`, or a type that this version does not know. */
  nodeType: string;
  /** Time limit of an attempt in milliseconds; 0 means none. */
  timeoutMs?: number;
  /** Time between heartbeats in milliseconds; 0 means none. */
  heartbeatMs?: number;
  /** Text that describes what the node is doing. */
  statusDetail?: string;
  /** Name of the agent profile of an `acp` node. */
  profile?: string;
  /** Which session an `acp` node uses. */
  session?: {
    /** Handle of the session; the default session when absent. */
    handle?: string;
    /** There when each attempt gets a session of its own. */
    isolated?: true;
  };
  /** Working directory of an `acp` node. */
  cwd?: {
    /** Where the directory comes from: the run, a fixed `value`, or a function of the flow. */
    mode: "default" | "static" | "dynamic";
    /** The directory when `mode` is `static`. */
    value?: string;
  };
  /** Says that an `acp` node has a prompt. */
  hasPrompt?: true;
  /** Whether the flow parses the response of the agent or the output of the command. */
  hasParse?: boolean;
  /** Whether an `action` node runs a command or a function. */
  actionExecution?: "shell" | "function";
  /** Whether the flow gives a `run` function. */
  hasRun?: boolean;
  /** Whether the flow gives an `exec` function, which tells the command to run. */
  hasExec?: boolean;
  /** What a `checkpoint` node waits for. */
  summary?: string;
}
/** One edge. It leads to one node, or to one of several by a value. */
export interface FlowEdge {
  /** Id of the node that the edge leaves. */
  from: string;
  /** Id of the node that follows. */
  to?: string;
  /** Chooses the next node by a value. */
  switch?: {
    /** Path of the value, such as `$.route` in the output or `$result.outcome`. */
    on: string;
    /** Maps values, as text, to ids of nodes. */
    cases: {
      /** Id of the node that follows. */
      [k: string]: string;
    };
  };
}
/** What every event of the trace has, known or not. */
export interface TraceEventEnvelope {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** What the event is about: `run`, `node`, `acp`, `action`, `session` or `artifact`. The type decides it. */
  scope: string;
  /** What happened. A reader ignores types that it does not know. */
  type: string;
  /** Id of the node. */
  nodeId?: string;
  /** Id of the attempt, unique in the run. */
  attemptId?: string;
  /** Id of the session. */
  sessionId?: string;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says, by its type. */
  payload: {
    [k: string]: unknown;
  };
}
/** Points at a file in `artifacts/` and says what it must contain. */
export interface ArtifactReference {
  /** Path of the file in the bundle. */
  path: string;
  /** Media type of the content: `text/plain`, `application/json` or another. */
  mediaType: string;
  /** Size of the content in bytes. */
  bytes: number;
  /** SHA-256 of the content. */
  sha256: string;
  /** True when the content is the beginning of more that was not kept. */
  truncated?: boolean;
}
/** Which messages and which events of a session one attempt caused. Both ends are included. */
export interface ConversationRange {
  /** Id of the session. */
  sessionId: string;
  /** Index of the first message in `messages` of the session record. */
  messageStart: number;
  /** Index of the last message; `messageStart` − 1 when there is none. */
  messageEnd: number;
  /** `seq` of the first line in `events.ndjson`. */
  eventStartSeq: number;
  /** `seq` of the last line; `eventStartSeq` − 1 when there is none. */
  eventEndSeq: number;
}
/** The whole state of the run, `projections/run.json`. */
export interface RunProjection {
  /** Id of the run. */
  runId: string;
  /** Name of the flow. */
  flowName: string;
  /** Title of this run, when it has one. */
  runTitle?: string;
  /** Path of the file that defines the flow, when there is one. */
  flowPath?: string;
  /** When the run started. */
  startedAt: string;
  /** When the run ended. */
  finishedAt?: string;
  /** When the state last changed. */
  updatedAt: string;
  /** `seq` of the last event that this state includes; 0 before the first. */
  upToSeq?: number;
  /** Where the run stands. */
  status: "running" | "waiting" | "completed" | "failed" | "timed_out";
  /** Input of the run. Any JSON value; absent when there is none or it is over 16 KiB. */
  input?: unknown;
  /** Output of the last ok attempt of each node, by node id. */
  outputs: {
    [k: string]: unknown;
  };
  /** The last finished attempt of each node, by node id. */
  results: {
    /** The last finished attempt of a node. */
    [k: string]: NodeResult;
  };
  /** The finished attempts in order, as in `steps.json`. */
  steps: Step[];
  /** Bindings of the sessions that outlive an attempt, by their keys. */
  sessionBindings: {
    /** One binding. */
    [k: string]: SessionBinding;
  };
  /** Id of the node of the open attempt. */
  currentNode?: string;
  /** Id of the open attempt. */
  currentAttemptId?: string;
  /** Type of the node of the open attempt. */
  currentNodeType?: string;
  /** When the open attempt began. */
  currentNodeStartedAt?: string;
  /** When the open attempt last gave a sign of life. */
  lastHeartbeatAt?: string;
  /** Text that describes what is going on, or how the run ended. */
  statusDetail?: string;
  /** Id of the checkpoint at which the run waits. */
  waitingOn?: string;
  /** Why the run failed or timed out. */
  error?: string;
}
/** The last finished attempt of a node. */
export interface NodeResult {
  /** Id of the attempt. */
  attemptId: string;
  /** Id of the node. */
  nodeId: string;
  /** Type of the node. */
  nodeType: string;
  /** How the attempt ended. */
  outcome: "ok" | "failed" | "timed_out" | "cancelled";
  /** When the attempt began. */
  startedAt: string;
  /** When the attempt ended. */
  finishedAt: string;
  /** How long the attempt took, in milliseconds. */
  durationMs: number;
  /** Output of the attempt. Any JSON value; absent when there is none or it is over 16 KiB. */
  output?: unknown;
  /** Why the outcome is not `ok`. */
  error?: string;
}
/** Where the run stands now, `projections/live.json`. */
export interface LiveProjection {
  /** Id of the run. */
  runId: string;
  /** Name of the flow. */
  flowName: string;
  /** Title of this run, when it has one. */
  runTitle?: string;
  /** Path of the file that defines the flow, when there is one. */
  flowPath?: string;
  /** When the run started. */
  startedAt: string;
  /** When the run ended. */
  finishedAt?: string;
  /** When the state last changed. */
  updatedAt: string;
  /** `seq` of the last event that this state includes; 0 before the first. */
  upToSeq?: number;
  /** Where the run stands. */
  status: "running" | "waiting" | "completed" | "failed" | "timed_out";
  /** Id of the node of the open attempt. */
  currentNode?: string;
  /** Id of the open attempt. */
  currentAttemptId?: string;
  /** Type of the node of the open attempt. */
  currentNodeType?: string;
  /** When the open attempt began. */
  currentNodeStartedAt?: string;
  /** When the open attempt last gave a sign of life. */
  lastHeartbeatAt?: string;
  /** Text that describes what is going on, or how the run ended. */
  statusDetail?: string;
  /** Id of the checkpoint at which the run waits. */
  waitingOn?: string;
  /** Why the run failed or timed out. */
  error?: string;
  /** Bindings of the sessions that outlive an attempt, by their keys. */
  sessionBindings: {
    /** One binding. */
    [k: string]: SessionBinding;
  };
}
/** One finished attempt, as an entry of `steps.json`. */
export interface Step {
  /** Id of the attempt. */
  attemptId: string;
  /** Id of the node. */
  nodeId: string;
  /** Type of the node. */
  nodeType: string;
  /** How the attempt ended. */
  outcome: "ok" | "failed" | "timed_out" | "cancelled";
  /** When the attempt began. */
  startedAt: string;
  /** When the attempt ended. */
  finishedAt: string;
  /** Text of the prompt; null when there is none or it is over 16 KiB. */
  promptText: string | null;
  /** Text of the response, or what the command wrote; null when there is none or it is over 16 KiB. */
  rawText: string | null;
  /** Output of the attempt. Any JSON value; absent when there is none or it is over 16 KiB. */
  output?: unknown;
  /** Why the outcome is not `ok`. */
  error?: string;
  /** The binding of the session that the attempt used, or null. */
  session: SessionBinding | null;
  /** The agent that the attempt used, or null. */
  agent: {
    /** Name of the agent profile. */
    agentName: string;
    /** Command that starts the agent. */
    agentCommand: string;
    /** The same command as program and arguments, when it was configured so. */
    agentArgv?: string[];
    /** Working directory of the agent. */
    cwd: string;
  } | null;
  /** The receipts of the attempt, as in its `node_outcome`. Absent when there are none. */
  trace?: {
    /** Id of the session that the attempt used. */
    sessionId?: string;
    /** Text of the prompt. */
    promptArtifact?: ArtifactReference;
    /** Text of the response. */
    rawResponseArtifact?: ArtifactReference;
    /** What the attempt added to the session. */
    conversation?: ConversationRange;
    /** What the action did. */
    action?: ActionReceipt;
    /** What the command wrote to its standard output. */
    stdoutArtifact?: ArtifactReference;
    /** What the command wrote to its standard error. */
    stderrArtifact?: ArtifactReference;
    /** Output of the attempt, when it is short. Any JSON value. */
    outputInline?: unknown;
    /** Output of the attempt, when it is long. */
    outputArtifact?: ArtifactReference;
    /** The whole text of the error, when `error` is cut. */
    errorArtifact?: ArtifactReference;
  };
}
/** Which agent session stands behind a session of the run, `sessions/<id>/binding.json`. */
export interface SessionBinding {
  /** What identifies the session in the run; also its key in `sessionBindings` of the projections. */
  key: string;
  /** The handle that the flow gave to the session; `isolated` for a session of a single attempt. */
  handle: string;
  /** Id of the session in the bundle: the name of its folder. */
  bundleId: string;
  /** Name of the session for the agent client. */
  name: string;
  /** Name of the agent profile that the node asked for. */
  profile?: string;
  /** Name of the agent profile. */
  agentName: string;
  /** Command that starts the agent. */
  agentCommand: string;
  /** The same command as program and arguments, when it was configured so. */
  agentArgv?: string[];
  /** Working directory of the agent. */
  cwd: string;
  /** Id of the session record. */
  acpxRecordId: string;
  /** Id of the session in the Agent Client Protocol. */
  acpSessionId: string;
  /** Id that the agent itself gives to the session. */
  agentSessionId?: string;
}
/** The conversation as the agent client keeps it, `sessions/<id>/record.json`. Its keys are those of the client. It may lack what was said long ago and cuts long texts; artifacts and `events.ndjson` are complete. */
export interface SessionRecord {
  /** Identifier of the format of session records and its major version. */
  schema: "acpx.session.v1";
  /** Id of the record. */
  acpxRecordId: string;
  /** Id of the session in the Agent Client Protocol. */
  acpSessionId: string;
  /** Id that the agent itself gives to the session. */
  agentSessionId?: string;
  /** Command that starts the agent. */
  agentCommand: string;
  /** The same command as program and arguments, when it was configured so. */
  agentArgv?: string[];
  /** Working directory of the agent. */
  cwd: string;
  /** Name of the session. */
  name: string;
  /** When the session was made. */
  createdAt: string;
  /** When the session was last used. */
  lastUsedAt: string;
  /** `seq` of the last session event that the record knows. */
  lastSeq: number;
  /** Id of the last request. */
  lastRequestId?: string;
  /** Where the events of the session are. */
  eventLog: {
    /** Path of the file with the events. */
    active_path: string;
    /** Number of files. */
    segment_count: number;
    /** Size at which the client begins a new file. */
    max_segment_bytes: number;
    /** Number of files that the client keeps. */
    max_segments: number;
    /** When the last event was written. */
    last_write_at?: string;
    /** Why the last event could not be written, or null. */
    last_write_error?: string | null;
  };
  /** Whether the session is closed. */
  closed: boolean;
  /** When the session was closed. */
  closedAt?: string;
  /** Process id of the agent. */
  pid?: number;
  /** When the agent was started. */
  agentStartedAt?: string;
  /** When the last prompt was sent. */
  lastPromptAt?: string;
  /** Exit code of the last agent process, or null. */
  lastAgentExitCode?: number | null;
  /** Signal that ended the last agent process, or null. */
  lastAgentExitSignal?: string | null;
  /** When the last agent process ended. */
  lastAgentExitAt?: string;
  /** Why the connection to the agent ended. */
  lastAgentDisconnectReason?: string;
  /** Version of the Agent Client Protocol. */
  protocolVersion?: number;
  /** Capabilities as the agent told them. */
  agentCapabilities?: {
    [k: string]: unknown;
  };
  /** Title of the session, or null. */
  title: string | null;
  /** The messages, oldest first. */
  messages: (
    | {
        /** A message of the user. */
        User?: {
          /** Id of the message. */
          id: string;
          /** What the user said. */
          content: unknown[];
        };
        /** A message of the agent. */
        Agent?: {
          /** What the agent said and did. */
          content: unknown[];
          /** Results of tool calls by the id of the call. */
          tool_results: {
            [k: string]: unknown;
          };
        };
      }
    | string
  )[];
  /** When the messages last changed. */
  updated_at: string;
  /** Tokens used in the whole session. */
  cumulative_token_usage: {
    [k: string]: unknown;
  };
  /** Cost of the whole session. */
  cumulative_cost?: unknown;
  /** Tokens used by each request. */
  request_token_usage: {
    [k: string]: unknown;
  };
  /** Data of the agent client's own. */
  acpx?: {
    [k: string]: unknown;
  };
}
/** One line of `sessions/<id>/events.ndjson`: a message between client and agent. */
export interface SessionEvent {
  /** Number of the line: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the message was sent or received. */
  at: string;
  /** `outbound` to the agent, `inbound` from it. */
  direction: "outbound" | "inbound";
  /** The JSON-RPC message as it was. */
  message: {
    /** Version of JSON-RPC. */
    jsonrpc: "2.0";
  };
}
/** What folding the events of a trace yields: the state of a run after event `upToSeq`. Readers agree on it, viewers show it, and the projections are written from it. It has no maps keyed by ids and no contents of artifacts. Before the first event the texts are empty and the lists too. */
export interface RunView {
  /** Identifier of this format. */
  schema: "flow-run-bundle.view-model.v1";
  /** `seq` of the last event that was folded; 0 before the first. */
  upToSeq: number;
  /** Id of the run. */
  runId: string;
  /** Name of the flow. */
  flowName: string;
  /** Title of the run, when it has one. */
  runTitle?: string;
  /** Path of the file that defines the flow, when there is one. */
  flowPath?: string;
  /** Where the run stands. */
  status: "running" | "waiting" | "completed" | "failed" | "timed_out";
  /** `at` of `run_started`. */
  startedAt: string;
  /** `at` of the terminal event, once there is one. */
  finishedAt?: string;
  /** Last `at` that was folded. */
  updatedAt: string;
  /** Why the run failed or timed out. */
  error?: string;
  /** Id of the checkpoint at which the run waits. */
  waitingOn?: string;
  /** Input of the run; null before `run_started`. */
  input: ViewValue | null;
  /** Id of the open attempt, or null. */
  currentAttemptId: string | null;
  /** Every attempt, in the order in which they began. */
  attempts: AttemptView[];
  /** Every node that an attempt was made at, in the order of their first attempts. */
  nodes: {
    /** Id of the node. */
    nodeId: string;
    /** Ids of its attempts, in order. */
    attemptIds: string[];
    /** Id of the attempt whose output is that of the node: its last ok one. Null when there is none. */
    outputFrom: string | null;
  }[];
  /** Every session, in the order in which they were bound. */
  sessions: {
    /** Id of the session. */
    sessionId: string;
    /** The handle that the flow gave to the session. */
    handle: string;
    /** Reference to the binding. */
    bindingArtifact: ArtifactReference;
    /** `seq` of its `session_bound`. */
    boundSeq: number;
  }[];
  /** Every artifact that an event refers to, in the order of first use. Each path once. */
  artifacts: ArtifactReference & {firstSeq: number}[];
}
/** One attempt at a node. */
export interface AttemptView {
  /** Id of the attempt. */
  attemptId: string;
  /** Id of the node. */
  nodeId: string;
  /** Type of the node. */
  nodeType: string;
  /** `seq` of its `node_started`. */
  startedSeq: number;
  /** `at` of its `node_started`. */
  startedAt: string;
  /** `seq` of its `node_outcome`. */
  finishedSeq?: number;
  /** `at` of its `node_outcome`. */
  finishedAt?: string;
  /** How it ended; null while it is open. */
  outcome: "ok" | "failed" | "timed_out" | "cancelled" | null;
  /** How long it took, in milliseconds, as its `node_outcome` says. */
  durationMs?: number;
  /** Why the outcome is not `ok`. */
  error?: string;
  /** Its output; null when there is none. What `run_resumed` gives replaces it. */
  output: ViewValue | null;
  /** Id of the session that it used. */
  sessionId?: string;
  /** Text of the prompt. */
  promptArtifact?: ArtifactReference;
  /** Text of the response. */
  rawResponseArtifact?: ArtifactReference;
  /** What it added to the session, as in the trace. */
  conversation?: ConversationRange;
  /** What the action did, as in the trace. */
  action?: ActionReceipt;
  /** What the command wrote to its standard output. */
  stdoutArtifact?: ArtifactReference;
  /** What the command wrote to its standard error. */
  stderrArtifact?: ArtifactReference;
  /** The whole text of the error, when `error` is cut. */
  errorArtifact?: ArtifactReference;
}
/** What the validator found in one or more bundles. It has no clock and no absolute paths: the same bundles give the same report. */
export interface Report {
  /** Identifier of this format. */
  schema: "flow-run-bundle.report.v1";
  /** The program that made the report. */
  tool: {
    /** Name of the program. */
    name: string;
    /** Version of the program. */
    version: string;
  };
  /** One entry for each bundle, in the order of their paths. */
  bundles: BundleReport[];
  /** Paths for which there is no entry in `bundles`, in the order in which they were given, and why. Absent when there are none. */
  failures?: {
    /** The path as it was given, or the path below the folder that was given. */
    path: string;
    /** What went wrong. */
    message: string;
    /** Exit code that it asks for: 2 when there is no bundle, 3 when the directory cannot be read, 70 for a fault of the program itself. */
    exitCode: 2 | 3 | 70;
  }[];
}
/** What was found in one bundle. */
export interface BundleReport {
  /** The path as it was given, or the path below the folder that was given. */
  path: string;
  /** `invalid` when there is an error; `undetermined` when the bundle could not be judged, for a limit, an unreadable file or an unsupported version; else `valid`. */
  verdict: "valid" | "invalid" | "undetermined";
  /** Version of the specification that the bundle names, `1.0` when it names none; null when there is no readable manifest. */
  specVersion: string | null;
  /** Id of the run by the manifest, or null. */
  runId: string | null;
  /** Status of the run by the manifest, or null. */
  runStatus: string | null;
  /** How much there is in the bundle. */
  facts: {
    /** Events in the trace. */
    events: number;
    /** Attempts in the trace. */
    attempts: number;
    /** Sessions that were bound. */
    sessions: number;
    /** Files in `artifacts/`. */
    artifacts: number;
    /** Size of all files. */
    bytes: number;
  };
  /** How many findings there are, listed or not; a grouped finding counts as often as it occurred. */
  counts: {
    /** Errors. */
    error: number;
    /** Warnings. */
    warning: number;
    /** Notes. */
    info: number;
  };
  /** How many of them are not listed, because there were more than asked for. Absent when all are. */
  unlisted?: {
    /** Errors. */
    error: number;
    /** Warnings. */
    warning: number;
    /** Notes. */
    info: number;
  };
  /** What was not read because of a limit. Absent when everything was. */
  limits?: {
    /** Id of the rule of this limit, such as `limits/line-length`. */
    ruleId: string;
    /** The limit in force. */
    limit: number;
    /** Path of the file concerned, when it is one. */
    file?: string;
    /** Bytes that were not read. */
    unreadBytes?: number;
    /** Lines that were not read. */
    unreadLines?: number;
    /** Files that were not read. */
    unreadFiles?: number;
  }[];
  /** What became of each rule. */
  rules: {
    /** Rules that were checked, by id. */
    applied: string[];
    /** Rules that do not concern this bundle, by id. */
    notApplicable: string[];
    /** Rules that could not be checked, by id. */
    notEvaluated: {
      /** Id of the rule. */
      ruleId: string;
      /** Why it could not be checked. */
      because: string;
    }[];
  };
  /** The findings, in the order of the files and of the places in them. */
  findings: Finding[];
  /** Findings that the configuration accepts for now. They are neither in `findings` nor in `counts`. Absent when there are none. */
  suppressed?: {
    /** Why it is accepted. */
    reason: string;
    /** Last day on which it is, as YYYY-MM-DD in UTC. */
    expires: string;
    /** The finding that was suppressed. */
    finding: Finding;
  }[];
}
/** One thing that is wrong, or worth a note. */
export interface Finding {
  /** Id of the rule. */
  ruleId: string;
  /** How bad it is. Only errors make a bundle invalid. */
  severity: "error" | "warning" | "info";
  /** What was expected and what was found. */
  message: string;
  /** Path of the file in the bundle. */
  file: string;
  /** Line, from 1. */
  line?: number;
  /** Column, from 1, in UTF-16 units. */
  column?: number;
  /** Offset in the file, in bytes. */
  byteOffset?: number;
  /** JSON Pointer inside the document, or inside the value of the line. */
  pointer?: string;
  /** `seq` of the event concerned. */
  seq?: number;
  /** Id of the node concerned. */
  nodeId?: string;
  /** Id of the attempt concerned. */
  attemptId?: string;
  /** Id of the session concerned. */
  sessionId?: string;
  /** What was expected, as a JSON value. */
  expected?: unknown;
  /** What was found, as a JSON value. Long ones are cut. */
  actual?: unknown;
  /** Other places that the finding speaks of, such as the other end of a broken reference. */
  related?: {
    /** Path of the file in the bundle. */
    file: string;
    /** Line, from 1. */
    line?: number;
    /** Column, from 1, in UTF-16 units. */
    column?: number;
    /** Offset in the file, in bytes. */
    byteOffset?: number;
    /** JSON Pointer inside the document, or inside the value of the line. */
    pointer?: string;
    /** What is there. */
    message?: string;
  }[];
  /** What to do about it. */
  hint?: string;
  /** How often it occurred, when equal findings were grouped; this is the first. */
  count?: number;
  /** SHA-256 over rule, file, pointer, attempt and expected value: the same when lines move. */
  fingerprint: string;
  /** Where the rule is described, relative to the specification. */
  url: string;
}
/** What a command did. */
export interface ShellActionReceipt {
  /** Whether a command or a function ran. */
  actionType: "shell";
  /** The command. */
  command: string;
  /** Arguments of the command; empty when `argsArtifact` holds them. */
  args: string[];
  /** The arguments as a JSON array, when they are over 64 KiB. */
  argsArtifact?: ArtifactReference;
  /** Working directory of the command. */
  cwd: string;
  /** Exit code; null when a signal ended the command or it never started. */
  exitCode: number | null;
  /** Name of the signal that ended the command, or null. */
  signal: string | null;
  /** How long the command ran, in milliseconds. */
  durationMs: number;
}
/** What is known of a function: that it ran. */
export interface FunctionActionReceipt {
  /** Whether a command or a function ran. */
  actionType: "function";
}
/** The first event: the run begins. */
export interface RunStarted {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `run`. */
  scope: "run";
  /** Always `run_started`. */
  type: "run_started";
  /** Absent on run events. */
  nodeId?: never;
  /** Absent on run events. */
  attemptId?: never;
  /** Absent on run events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Name of the flow. */
    flowName: string;
    /** Title of this run, when it has one. */
    runTitle?: string;
    /** Path of the file that defines the flow, when there is one. */
    flowPath?: string;
    /** The input of the run. */
    inputArtifact: ArtifactReference;
  };
}
/** The run ended well. Terminal. */
export interface RunCompleted {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `run`. */
  scope: "run";
  /** Always `run_completed`. */
  type: "run_completed";
  /** Absent on run events. */
  nodeId?: never;
  /** Absent on run events. */
  attemptId?: never;
  /** Absent on run events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Always `completed`. */
    status: "completed";
  };
}
/** The run ended because something failed. Terminal. */
export interface RunFailed {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `run`. */
  scope: "run";
  /** Always `run_failed`. */
  type: "run_failed";
  /** Absent on run events. */
  nodeId?: never;
  /** Absent on run events. */
  attemptId?: never;
  /** Absent on run events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Always `failed`; a run that timed out ends with `run_timed_out`. */
    status: "failed" | "timed_out";
    /** Why, cut at 16 KiB with `…`. */
    error: string;
    /** The whole text of the error, when `error` is cut. */
    errorArtifact?: ArtifactReference;
  };
}
/** The run ended because something took too long. Terminal. */
export interface RunTimedOut {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `run`. */
  scope: "run";
  /** Always `run_timed_out`. */
  type: "run_timed_out";
  /** Absent on run events. */
  nodeId?: never;
  /** Absent on run events. */
  attemptId?: never;
  /** Absent on run events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Always `timed_out`. */
    status: "timed_out";
    /** Why, cut at 16 KiB with `…`. */
    error: string;
    /** The whole text of the error, when `error` is cut. */
    errorArtifact?: ArtifactReference;
  };
}
/** The run waits at a checkpoint for somebody. Follows the outcome of the checkpoint. Not terminal. */
export interface RunWaiting {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `run`. */
  scope: "run";
  /** Always `run_waiting`. */
  type: "run_waiting";
  /** Absent on run events. */
  nodeId?: never;
  /** Absent on run events. */
  attemptId?: never;
  /** Absent on run events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Always `waiting`. */
    status: "waiting";
    /** Id of the checkpoint. */
    waitingOn: string;
    /** Id of the attempt at the checkpoint. */
    attemptId: string;
    /** What the run waits for. */
    summary?: string;
  };
}
/** The run goes on, after waiting or after its process ended. Not terminal. */
export interface RunResumed {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `run`. */
  scope: "run";
  /** Always `run_resumed`. */
  type: "run_resumed";
  /** Absent on run events. */
  nodeId?: never;
  /** Absent on run events. */
  attemptId?: never;
  /** Absent on run events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Always `running`. */
    status: "running";
    /** `input` after waiting, `crash` after the process ended. */
    cause: "input" | "crash";
    /** Id of the checkpoint's attempt, or of the attempt that the crash cut off. */
    attemptId?: string;
    /** Replaces the output of the checkpoint, when it is short. */
    outputInline?: unknown;
    /** Replaces the output of the checkpoint, when it is long. */
    outputArtifact?: ArtifactReference;
  };
}
/** An attempt at a node begins. */
export interface NodeStarted {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `node`. */
  scope: "node";
  /** Always `node_started`. */
  type: "node_started";
  /** Id of the node. */
  nodeId: string;
  /** Id of the attempt, unique in the run. */
  attemptId: string;
  /** Absent on node events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Type of the node, as in the flow. */
    nodeType: string;
    /** Time limit of the attempt in milliseconds; 0 means none. */
    timeoutMs: number;
    /** Text that describes what the node is doing. */
    statusDetail?: string;
  };
}
/** The attempt is still at work. */
export interface NodeHeartbeat {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `node`. */
  scope: "node";
  /** Always `node_heartbeat`. */
  type: "node_heartbeat";
  /** Id of the node. */
  nodeId?: string;
  /** Id of the attempt, unique in the run. */
  attemptId?: string;
  /** Absent on node events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Text that describes what the node is doing. */
    statusDetail?: string;
  };
}
/** An attempt ends. Its receipts tell what it left. */
export interface NodeOutcome {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `node`. */
  scope: "node";
  /** Always `node_outcome`. */
  type: "node_outcome";
  /** Id of the node. */
  nodeId: string;
  /** Id of the attempt, unique in the run. */
  attemptId: string;
  /** Absent on node events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Type of the node, as in the flow. */
    nodeType: string;
    /** How the attempt ended. */
    outcome: "ok" | "failed" | "timed_out" | "cancelled";
    /** How long the attempt took, in milliseconds. */
    durationMs: number;
    /** Null exactly when the outcome is `ok`; else why it is not, cut at 16 KiB with `…`. */
    error: string | null;
    /** Id of the session that the attempt used. */
    sessionId?: string;
    /** Text of the prompt. */
    promptArtifact?: ArtifactReference;
    /** Text of the response. */
    rawResponseArtifact?: ArtifactReference;
    /** What the attempt added to the session. */
    conversation?: ConversationRange;
    /** What the action did. */
    action?: ActionReceipt;
    /** What the command wrote to its standard output. */
    stdoutArtifact?: ArtifactReference;
    /** What the command wrote to its standard error. */
    stderrArtifact?: ArtifactReference;
    /** Output of the attempt, when it is short. Any JSON value. */
    outputInline?: unknown;
    /** Output of the attempt, when it is long. */
    outputArtifact?: ArtifactReference;
    /** The whole text of the error, when `error` is cut. */
    errorArtifact?: ArtifactReference;
  };
}
/** The prompt of a turn is known and goes to the agent. */
export interface AcpPromptPrepared {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `acp`. */
  scope: "acp";
  /** Always `acp_prompt_prepared`. */
  type: "acp_prompt_prepared";
  /** Id of the node. */
  nodeId?: string;
  /** Id of the attempt, unique in the run. */
  attemptId?: string;
  /** Id of the session. */
  sessionId: string;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Id of the session. */
    sessionId: string;
    /** Text of the prompt. */
    promptArtifact: ArtifactReference;
  };
}
/** The turn of the agent ended. The flow has not parsed the response yet. */
export interface AcpResponseParsed {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `acp`. */
  scope: "acp";
  /** Always `acp_response_parsed`. */
  type: "acp_response_parsed";
  /** Id of the node. */
  nodeId?: string;
  /** Id of the attempt, unique in the run. */
  attemptId?: string;
  /** Id of the session. */
  sessionId: string;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Id of the session. */
    sessionId: string;
    /** What the turn added to the session. */
    conversation: ConversationRange;
    /** Text of the response. */
    rawResponseArtifact: ArtifactReference;
  };
}
/** The command of a shell action is known and starts next. */
export interface ActionPrepared {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `action`. */
  scope: "action";
  /** Always `action_prepared`. */
  type: "action_prepared";
  /** Id of the node. */
  nodeId?: string;
  /** Id of the attempt, unique in the run. */
  attemptId?: string;
  /** Absent on action events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** The command. */
    action: {
      /** `shell`: only commands are prepared. */
      actionType: "shell" | "function";
      /** The command. */
      command: string;
      /** Arguments of the command; empty when `argsArtifact` holds them. */
      args: string[];
      /** The arguments as a JSON array, when they are over 64 KiB. */
      argsArtifact?: ArtifactReference;
      /** Working directory of the command. */
      cwd: string;
    };
  };
}
/** The command of a shell action ended. */
export interface ActionCompleted {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `action`. */
  scope: "action";
  /** Always `action_completed`. */
  type: "action_completed";
  /** Id of the node. */
  nodeId?: string;
  /** Id of the attempt, unique in the run. */
  attemptId?: string;
  /** Absent on action events. */
  sessionId?: never;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** What the command did. */
    action: ActionReceipt;
    /** What the command wrote to its standard output. */
    stdoutArtifact: ArtifactReference;
    /** What the command wrote to its standard error. */
    stderrArtifact: ArtifactReference;
  };
}
/** A session is bound to the run. It belongs to the attempt that is open. */
export interface SessionBound {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `session`. */
  scope: "session";
  /** Always `session_bound`. */
  type: "session_bound";
  /** Absent on session events. */
  nodeId?: never;
  /** Absent on session events. */
  attemptId?: never;
  /** Id of the session. */
  sessionId: string;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** Id of the session. */
    sessionId: string;
    /** The handle that the flow gave to the session; `isolated` for a session of a single attempt. */
    handle: string;
    /** Reference to the binding as it was then. */
    bindingArtifact: ArtifactReference;
  };
}
/** An artifact was stored. The same content may be announced more than once. */
export interface ArtifactWritten {
  /** Number of the event: 1, 2, 3, … in the order of the file. */
  seq: number;
  /** When the event was written. */
  at: string;
  /** Id of the run. */
  runId: string;
  /** Always `artifact`. */
  scope: "artifact";
  /** Always `artifact_written`. */
  type: "artifact_written";
  /** Id of the node. */
  nodeId?: string;
  /** Id of the attempt, unique in the run. */
  attemptId?: string;
  /** Id of the session. */
  sessionId?: string;
  /** The artifact of an `artifact_written` event, as in its payload. */
  artifact?: ArtifactReference;
  /** What the event says. */
  payload: {
    /** The artifact. */
    artifact: ArtifactReference;
  };
}
/** The type of an event that the newest version knows. */
export type EventType = TraceEvent["type"];
