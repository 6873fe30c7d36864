import type { NewEvent, NewRun } from "@flow-bundle/bundle";
import type { Flow, FlowEdge, FlowNode, SessionBinding, SessionRecord } from "@flow-bundle/schema";
import { redactMembers } from "./message.ts";
import type { Redactor } from "./redactor.ts";

/** Texts for people. */
const texts = ["error", "statusDetail", "summary"] as const;

/**
 * An event without secrets: its texts, its output, the command and the arguments of an action. Ids, types, outcomes,
 * references and directories stay: they name things, and have to fit what else names them.
 */
export function redactEvent(event: NewEvent, redactor: Redactor): NewEvent {
  if (event.type.startsWith("x_")) {
    const payload = redactor.value(event.payload);
    return payload === event.payload ? event : ({ ...event, payload } as NewEvent);
  }
  const payload = event.payload as { readonly [name: string]: unknown };
  const changed = new Map<string, unknown>();
  const note = (name: string, before: unknown, after: unknown) => {
    if (after !== before) changed.set(name, after);
  };
  for (const name of texts) {
    const text = payload[name];
    if (typeof text === "string") note(name, text, redactor.text(text));
  }
  const { outputInline, action } = payload;
  if (outputInline !== undefined) note("outputInline", outputInline, redactor.value(outputInline));
  if (action !== undefined) note("action", action, redactAction(action as Action, redactor));
  if (changed.size === 0) return event;
  return { ...event, payload: { ...payload, ...Object.fromEntries(changed) } } as NewEvent;
}

interface Action {
  readonly command?: string;
  readonly args?: readonly string[];
}

function redactAction(action: Action, redactor: Redactor): Action {
  const { command, args } = action;
  const redacted = {
    ...(command !== undefined && { command: redactor.text(command) }),
    ...(args !== undefined && { args: redactor.value(args) }),
  };
  const isSame = redacted.command === command && redacted.args === args;
  return isSame ? action : { ...action, ...redacted };
}

/** A new run without secrets: the texts of its flow, its title, its input. */
export function redactRun(run: NewRun, redactor: Redactor): NewRun {
  const { flow, input, runTitle } = run;
  const redacted = {
    flow: redactFlow(flow, redactor),
    input: redactor.value(input),
    ...(runTitle !== undefined && { runTitle: redactor.text(runTitle) }),
  };
  const isSame =
    redacted.flow === flow && redacted.input === input && redacted.runTitle === runTitle;
  return isSame ? run : { ...run, ...redacted };
}

/** What the format defines stays, but for the texts; what an author added is text. */
function redactFlow(flow: Flow, redactor: Redactor): Flow {
  if (redactor.value(flow) === flow) return flow;
  const { permissions, nodes, edges } = flow;
  const redacted = {
    ...flow,
    ...(permissions !== undefined && {
      permissions: { ...redactor.value(permissions), requiredMode: permissions.requiredMode },
    }),
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, node]) => [id, redactNode(node, redactor)]),
    ),
    edges: edges.map((edge) => redactEdge(edge, redactor)),
  };
  return JSON.stringify(redacted) === JSON.stringify(flow) ? flow : redacted;
}

function redactNode(node: FlowNode, redactor: Redactor): FlowNode {
  const { statusDetail, summary } = node;
  return {
    ...node,
    ...(typeof statusDetail === "string" && { statusDetail: redactor.text(statusDetail) }),
    ...(typeof summary === "string" && { summary: redactor.text(summary) }),
  };
}

function redactEdge(edge: FlowEdge, redactor: Redactor): FlowEdge {
  const { from, to, switch: choice } = edge;
  const own = {
    from,
    ...(to !== undefined && { to }),
    ...(choice !== undefined && { switch: choice }),
  };
  return { ...redactor.value(edge), ...own } as FlowEdge;
}

/** A binding without secrets: in the command of the agent, and in the key that is made of it. */
export function redactBinding(binding: SessionBinding, redactor: Redactor): SessionBinding {
  const { key, agentCommand, agentArgv } = binding;
  const redacted = {
    key: redactor.text(key),
    agentCommand: redactor.text(agentCommand),
    ...(agentArgv !== undefined && { agentArgv: redactor.value(agentArgv) }),
  };
  const isSame =
    redacted.key === key &&
    redacted.agentCommand === agentCommand &&
    redacted.agentArgv === agentArgv;
  return isSame ? binding : { ...binding, ...redacted };
}

/** Members of a record that say which session it is, where, and when. */
const facts = [
  "schema",
  "cwd",
  "name",
  "eventLog",
  "createdAt",
  "lastUsedAt",
  "closedAt",
  "agentStartedAt",
  "lastPromptAt",
  "lastAgentExitSignal",
  "lastAgentExitAt",
  "updated_at",
] as const;

/** A record without secrets. Its command and arguments come out like those of the binding. */
export function redactRecord(record: SessionRecord, redactor: Redactor): SessionRecord {
  if (redactor.value(record) === record) return record;
  const redacted = redactMembers(record, redactor) as SessionRecord;
  const kept = facts.filter((name) => record[name] !== undefined);
  return { ...redacted, ...Object.fromEntries(kept.map((name) => [name, record[name]])) };
}
