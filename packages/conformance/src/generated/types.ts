// Generated from spec/conformance by `pnpm generate`. Do not edit.
/** What the conformance suite writes to the standard input of an adapter: one JSON value, then the end of the input. Each case gets a process of its own. Members that an adapter does not know are to be ignored. */
export interface Request {
  /** Version of this contract. */
  protocol: 1;
  /** Id of the case. For messages only: an answer must not depend on it. */
  caseId: string;
  /** What the adapter is asked to be. */
  role: "reader" | "validator" | "producer";
  /** Readers and validators: absolute path of the bundle. It is a copy of the case's own and may not be changed. */
  bundle?: string;
  /** Readers: answer with the state after the event with this `seq`, as if the trace ended there. Absent: after the last. */
  upToSeq?: number;
  /** Producers: the flow to run, in the form of `flow.json`. */
  flow?: {
    [k: string]: unknown;
  };
  /** Producers: what the functions of the flow do. One entry for each node, by node id. */
  behaviour?: {
    /**
     * One entry for each attempt at the node that this process carries out; the last one counts for all that follow.
     *
     * @minItems 1
     */
    [k: string]: Behaviour[];
  };
  /** Producers: the input of the run, any JSON value. */
  input?: unknown;
  /** Producers: the title that the flow gives its run, where `flow.run.hasTitle` is true. */
  title?: string;
  /** Producers: absolute path of the working directory of the run: of its commands, and of the sessions whose `cwd` is the default or relative. */
  cwd?: string;
  /** Producers: the ACP agent to use for every profile, over its standard input and output. */
  agent?: {
    /** The program. */
    command: string;
    /** Its arguments. */
    args: string[];
  };
  /** Producers: the agent of each profile, where they differ; for other profiles `agent` counts. */
  agents?: {
    [k: string]: RequestedAgent;
  };
  /** Producers: which permissions the agent gets. */
  permissionMode?: "approve-all" | "approve-reads" | "deny-all";
  /** Producers: absolute path of an empty folder to write the bundle into. */
  out?: string;
  /** Producers: go on with the run in `bundle`, which waits or whose process died, in place of starting one. */
  resume?: {
    /** What the checkpoint's output becomes, any JSON value. */
    input?: unknown;
  };
  /** Producers: the suite sends this signal once the event stands in the trace. Afterwards any exit code is fine. */
  interrupt?: {
    /** Type of the event, and how many of that type there must be. */
    afterEvent: {
      /** Type of the event. */
      type: string;
      /** How many of that type. Default: 1. */
      count?: number;
    };
    /** The signal. */
    signal: "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGKILL";
  };
  /** Milliseconds until the suite ends the process. */
  timeoutMs: number;
}
/** What one attempt does. Nodes with a prompt have `prompt`, commands `exec`, all others one of the first three. `parse` says what is made of what a prompt or a command gave. */
export interface Behaviour {
  /** The output, any JSON value. */
  return?: unknown;
  /** Fail with an error that contains this text. */
  fail?: string;
  /** Wait before anything else. */
  sleepMs?: number;
  /** The prompt: a text, or ACP content blocks. */
  prompt?:
    | string
    | {
        [k: string]: unknown;
      }[];
  /** The directory of the session, for nodes whose `cwd` has the mode `dynamic`. */
  cwd?: string;
  /** The command to run. */
  exec?: {
    /** The program. */
    command: string;
    /** Its arguments. */
    args?: string[];
    /** Where it runs, relative to the working directory of the run. Default: there. */
    cwd?: string;
    /** What it can read. */
    stdin?: string;
    /** Variables to add to its environment. */
    env?: {
      /** The value. */
      [k: string]: string;
    };
    /** An exit code other than 0 is no failure. */
    allowNonZeroExit?: boolean;
    /** Deadline of the command in milliseconds. */
    timeoutMs?: number;
    /** How many bytes it may write to each stream. A command that writes more is stopped and has failed. */
    maxBufferBytes?: number;
  };
  /** What the output is made of: the text of an answer (`text`), the same as JSON (`json`), or of a command its standard output (`stdout`), the same as JSON (`stdoutJson`) or its exit code (`exitCode`). Default: `text` or `stdout`. */
  parse?: "text" | "json" | "stdout" | "stdoutJson" | "exitCode";
  /** Checkpoints: what is waited for. Without `return` the output is an object with it as `summary`. */
  summary?: string;
}
/** An ACP agent, over its standard input and output. */
export interface RequestedAgent {
  /** The program. */
  command: string;
  /** Its arguments. */
  args: string[];
}
/** What an adapter writes to its standard output: one JSON value. Then it exits with 0. Exactly one of `view`, `bundle`, `verdict`, `refused` and `unsupported` is there. */
export interface Answer {
  /** Readers: the view-model. */
  view?: {
    [k: string]: unknown;
  };
  /** Readers: whether a torn tail, or anything else that could not be read, was left out. To be said beside `view`; absent means no. Where the request has `upToSeq`, only what stands before the first event with a greater `seq` counts: where there is such an event, what comes after it is neither asked for nor left out, and of bad lines directly before it this may be said or not, since the view does not depend on them; where there is none, the answer is that for the whole trace. */
  torn?: boolean;
  /** Producers: path of the bundle that was written, below `out`, with `/` between segments. */
  bundle?: string;
  /** Validators: the verdict. */
  verdict?: "valid" | "invalid" | "undetermined";
  /** Validators: ids of the rules that found an error or a warning, from the catalogue in `spec/rules`, for the capability `rule-ids`. In any order. */
  ruleIds?: string[];
  /** The bundle is not read, on purpose. */
  refused?: {
    /** `corrupt`: it is damaged. `unsupported`: it is of a version or kind that is not known. `hostile`: reading it would leave the bundle or cost too much. `unclosed`: it was not closed, and the reader takes closed ones only. */
    code: "corrupt" | "unsupported" | "hostile" | "unclosed";
    /** Why, for people. */
    reason: string;
  };
  /** The adapter cannot do what the case asks, for instance a node type that its runner does not have. Of a capability that was declared this is a failure. */
  unsupported?: string;
}
/** One case of the conformance suite: what an implementation is given, and what is expected of it. It is the file `case.json` in a folder of its own. Families hold many cases in one file; expanded, each has this form. */
export interface CaseDocument {
  /** Id of the case. It is never changed, and never given to another case. */
  id: string;
  /** What the case shows, in one line. */
  title: string;
  /** What the implementation is asked to be. */
  role: "reader" | "validator" | "producer";
  /** `active`: it counts. `contested`: its expectation is disputed; it is run on demand and does not count. `retired`: it is not run any more; its id stays taken. */
  status: "active" | "contested" | "retired";
  /** More for people: why it is so, or why it is contested or retired. */
  note?: string;
  /** Ids of the requirements of the format that it shows, as in `spec/text`. Empty for bundles that show many at once. */
  requirements: string[];
  /** Capabilities that an implementation must have declared for the case to be run. Empty: the core. */
  capabilities: string[];
  /**
   * Versions of the format for which the case counts.
   *
   * @minItems 1
   */
  specVersions: string[];
  /** Readers and validators, and producers that go on with a run: the bundle that is handed over. */
  bundle?: {
    /** Folder of the bundle to start from, below `fixtures/`. */
    base: string;
    /** What is done to a copy of it: the operations that `fixtures/README.md` describes, in this order. */
    mutation?: {
      /** Name of the operation. */
      op: string;
    }[];
  };
  /** Members of the request that the case sets, as in the schema of the request: `upToSeq`, `flow`, `behaviour`, `input` and so on. The suite adds the rest. */
  request?: {
    [k: string]: unknown;
  };
  /** Producers: what the ACP agent does, as a script for the agent that comes with the suite. The request then has `agent`. */
  agent?: {
    [k: string]: unknown;
  };
  /** Producers: the same for each profile of agents, where there are several. The request then has `agents`. */
  agents?: {
    /** The script. */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /** Producers: files in the working directory, by relative path, with their text. */
  files?: {
    /** The text. */
    [k: string]: string;
  };
  /** Producers: what is done with the bundle of the first request, each step in a process of its own. */
  then?: CaseStep[];
  expect: Expectation;
}
/** One step. */
export interface CaseStep {
  /** As in the request. */
  resume: {
    /** What the checkpoint's output becomes, any JSON value. */
    input?: unknown;
  };
  /** As in the request; absent: that of the first step. */
  behaviour?: {
    [k: string]: unknown;
  };
  /** As in the request. */
  interrupt?: {
    [k: string]: unknown;
  };
}
/** What is expected of the answer. Of a reader: the view, or a refusal; where both are given, either is right. Of a validator: the verdict. Of a producer: what its checks read here. */
export interface Expectation {
  /** Readers: the view-model to answer with. */
  view?: {
    /** The file that holds it, below `fixtures/conformance/`. */
    file: string;
    /** Where the file has a view in each line: the line, from 1. */
    line?: number;
  };
  /** Readers: whether the answer must say that something was left out. Absent: it must not. */
  torn?: boolean;
  /**
   * Readers: codes with which the bundle may be refused; without `view` and `partial` it must be refused.
   *
   * @minItems 1
   */
  refused?: ("corrupt" | "unsupported" | "hostile" | "unclosed")[];
  /** Readers: any view is right as long as the answer says that something was left out. With `view`, that one is right too if it does not say so. */
  partial?: true;
  /** Validators: the verdict. */
  verdict?: "valid" | "invalid" | "undetermined";
  /** Validators with the capability `rule-ids`: the rules that find an error or a warning. */
  ruleIds?: string[];
  run?: ExpectedRun;
}
/** Producers: the run that the bundle has to show. Members that are absent are not checked. */
export interface ExpectedRun {
  /** The status of the run. */
  status: "running" | "waiting" | "completed" | "failed" | "timed_out";
  /** A part of the error of the run. */
  error?: string;
  /** The title of the run. */
  title?: string;
  /** Events of scope `run`, in order. */
  events?: string[];
  /** The attempts, in order. */
  attempts: ExpectedAttempt[];
  /** What it waits for. */
  waiting?: {
    /** Node id of the checkpoint. */
    on: string;
    /** What is asked. */
    summary?: string;
  };
  /** How it went on, each time. */
  resumed?: {
    /** Why. */
    cause: "input" | "crash";
    /** Which attempt it names: its position in `attempts`, from 0. */
    attemptIndex?: number;
    /** What the output of the checkpoint became, any JSON value. */
    output?: unknown;
  }[];
}
/** One attempt. */
export interface ExpectedAttempt {
  /** Id of the node. */
  nodeId: string;
  /** Its outcome; `open`: it has none yet. */
  outcome: "ok" | "failed" | "timed_out" | "cancelled" | "open";
  /** Its output, any JSON value. */
  output?: unknown;
  /** It has no output. */
  noOutput?: true;
  /** A part of its error. */
  error?: string;
  /** The time limit in force. */
  timeoutMs?: number;
  /** Its events in order, without heartbeats and announcements of artifacts, of which there may be any number in between. */
  events?: string[];
  /** Members of its receipt. */
  action?: {
    [k: string]: unknown;
  };
  /** What the command wrote to standard output: the text, or bytes. */
  stdout?:
    | string
    | {
        /** The bytes. */
        base64: string;
      };
  /** The same of standard error. */
  stderr?:
    | string
    | {
        /** The bytes. */
        base64: string;
      };
  /** Streams of which only the beginning was kept. */
  truncated?: ("stdout" | "stderr")[];
  /** The prompt as people read it. */
  prompt?: string;
  /** The content blocks of the prompt; absent: one, the text. */
  blocks?: {
    [k: string]: unknown;
  }[];
  /** The answer of the agent. */
  response?: string;
  /** Why its turn ended. */
  stopReason?: string;
  /** Kinds of the messages of its turn in `record.json`: `User` says the prompt, `Agent` the answer. */
  messages?: string[];
  /** Any name: attempts with the same name share a session, others do not. */
  session?: string;
  /** The handle of its session. */
  handle?: string;
}
/** Failures of an implementation that are known. A failure that is not listed breaks the run of the suite, and so does a listed one that passes now or whose message changed. */
export interface BaselineDocument {
  /** Identifier of this format. */
  schema: "flow-run-bundle.conformance-baseline.v1";
  /** The implementation. */
  implementation?: {
    /** Its name. */
    name: string;
    /** Its version. */
    version?: string;
  };
  /** What the implementation is asked to be. */
  role: "reader" | "validator" | "producer";
  /** The known failures. */
  known: KnownFailure[];
}
/** One check of one case. */
export interface KnownFailure {
  /** Id of the case. */
  caseId: string;
  /** Id of the check. */
  checkId: string;
  /** What the check says, word for word. */
  message: string;
  /** Id of the requirement that is broken. */
  requirement?: string;
  /** Why it fails, and what is done about it. */
  reason: string;
}
/** What a run of the conformance suite found out about one implementation in one role. It never holds a score. Without `partial` and with the verdict `conforms` it is a claim that can be reproduced. */
export interface ConformanceReport {
  /** Identifier of this format. */
  schema: "flow-run-bundle.conformance-report.v1";
  /** The suite. */
  suite: {
    /** Its name. */
    name: string;
    /** Its version. */
    version: string;
  };
  /** The implementation. */
  implementation: {
    /** Its name. */
    name: string;
    /** Its version. */
    version?: string;
  };
  /** What the implementation is asked to be. */
  role: "reader" | "validator" | "producer";
  /** Versions of the format whose cases were selected. */
  specVersions: string[];
  /** Capabilities that were declared. The suite says nothing about others. */
  capabilities: string[];
  /** Command line that gives this report again. */
  command: string;
  /** True when the run was interrupted: then it claims nothing. */
  partial: boolean;
  /** True when not all cases of the role and the capabilities were selected: then it claims nothing. */
  narrowed?: boolean;
  /** `conforms`: everything that was declared was exercised and passed. `deviates`: something did not. `none`: the report claims nothing. */
  verdict: "conforms" | "deviates" | "none";
  /** What keeps the run from passing beside results: capabilities without a case, entries of the baseline that fit nothing. */
  shortcomings?: string[];
  /** Cases by the worst result of their checks. */
  cases?: CaseCounts;
  /** The same for each capability, and for the core. */
  byCapability?: {
    /** Its name; `core` for cases that need none. */
    capability: string;
    /** Cases that need it. */
    cases: CaseCounts;
  }[];
  /** Every check of every case that ran, by case id. */
  results?: CheckResult[];
  /** For bundles that were handed over as they are. */
  observed?: {
    /** The bundles. */
    bundles: {
      /** Its path, as given. */
      path: string;
      /** Its version of the format. */
      specVersion?: string;
      /** The verdict of the validator. */
      verdict: "valid" | "invalid" | "undetermined";
    }[];
    /** Every requirement that binds producers and that rules check. */
    requirements: {
      /** Its id. */
      id: string;
      /** `met`: bundles exercise it, none breaks it. `broken`: one does. `not-exercised`: no bundle has what it speaks of. */
      outcome: "met" | "broken" | "not-exercised";
      /** How many bundles exercise it. */
      bundles: number;
      /** What broke it. */
      findings?: {
        /** Path of the bundle. */
        bundle: string;
        /** The rule. */
        ruleId: string;
        /** How bad it is. */
        severity: "error" | "warning";
        /** The file. */
        file: string;
        /** Its line. */
        line?: number;
        /** What was found. */
        message: string;
      }[];
    }[];
  };
}
/** One check of one case. */
export interface CheckResult {
  /** Id of the case. */
  caseId: string;
  /** Id of the check; `adapter` when there was no usable answer. */
  checkId: string;
  /** Title of the case; where the check did not pass. */
  title?: string;
  /** Ids of the requirements that are shown. */
  requirements: string[];
  /** Capabilities of the case. */
  capabilities: string[];
  /** `pass`, `fail`. `broken`: the adapter gave no usable answer. `known-failure`: it fails as the baseline says. `unexpected-pass`: the baseline says that it fails. `not-applicable`: this system cannot show the case. */
  status: "pass" | "fail" | "broken" | "known-failure" | "unexpected-pass" | "not-applicable";
  /** What is wrong. The same each time, so that a baseline can name it. */
  message?: string;
  /** What was expected, as text or JSON. */
  expected?: string;
  /** What was found instead. */
  found?: string;
  /** More, such as the end of what the adapter wrote to standard error. */
  detail?: string;
  /** Reason in the baseline. */
  reason?: string;
  /** Command line that runs this case alone. */
  reproduce?: string;
}
/** Cases by the worst result of their checks. */
export interface CaseCounts {
  /** Passed. */
  pass: number;
  /** Failed. */
  fail: number;
  /** Without a usable answer. */
  broken: number;
  /** Failed as the baseline says. */
  knownFailure: number;
  /** Passed although the baseline says that they fail. */
  unexpectedPass: number;
  /** Not to be shown on this system. */
  notApplicable: number;
}
