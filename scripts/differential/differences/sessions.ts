import type { Members, Part } from "../normal/run.ts";
import { eventOf, failAtOnce, inAttempts, outcomeOf } from "./difference.ts";
import type { Difference } from "./difference.ts";

const conversations = ["acp_response_parsed", "node_outcome"];

function rangeOf(part: Part | undefined, type: string): Members | undefined {
  return part && (eventOf(part, type)?.payload["conversation"] as Members | undefined);
}

const binding: Difference = {
  id: "binding-before-start",
  acpx: "An isolated session is bound before its agent is started, also when it cannot be.",
  ours: "A session is bound once the agent has given its id. An agent that cannot be started leaves the prompt only.",
  reason: "A binding never changes after it was recorded.",
  requirements: ["session-binding-artifact-content"],
  apply(acpx, ours, name) {
    const count = inAttempts((part) => {
      const outcome = outcomeOf(part);
      if (outcome?.["error"] !== "<not started>" || !eventOf(part, "session_bound")) return false;
      part.events = part.events.filter(({ session }) => session === undefined);
      for (const key of ["sessionId", "conversation", "rawResponseArtifact"]) delete outcome[key];
      return true;
    })(acpx, ours, name);
    if (count > 0) acpx.sessions = acpx.sessions.filter((handle) => handle !== "isolated");
    return count;
  },
};

const emptyAnswer: Difference = {
  id: "empty-answer",
  acpx: "A turn that failed before the agent said anything has an empty answer as artifact.",
  ours: "It has none.",
  reason:
    "An answer is recorded when there is one; a turn that is ok and silent has an empty one with both.",
  requirements: ["session-receipt"],
  apply: inAttempts((acpx) => {
    const outcome = outcomeOf(acpx);
    const answer = outcome?.["rawResponseArtifact"] as Members | undefined;
    if (answer?.["content"] !== "" || eventOf(acpx, "acp_response_parsed")) return false;
    acpx.events = acpx.events.filter(
      ({ type, session }) => type !== "artifact_written" || session === undefined,
    );
    delete outcome!["rawResponseArtifact"];
    return true;
  }),
};

const ranges: Difference = {
  id: "event-ranges",
  acpx: "The messages of a session are recorded from its first prompt on; each later turn begins with a new process and `initialize`.",
  ours: "They are recorded from the first `initialize` on; one process serves all turns. So ranges count other lines.",
  reason: "Every message is recorded.",
  requirements: ["session-events-complete"],
  apply: inAttempts((acpx, ours) => {
    let found = false;
    for (const type of conversations) {
      const [theirs, own] = [rangeOf(acpx, type), rangeOf(ours, type)];
      if (theirs === undefined || own === undefined) continue;
      const { eventStartSeq, eventEndSeq } = own;
      if (!(Number(eventEndSeq) >= Number(eventStartSeq) && Number(eventStartSeq) > 0)) continue;
      found ||= theirs["eventStartSeq"] !== eventStartSeq || theirs["eventEndSeq"] !== eventEndSeq;
      Object.assign(theirs, { eventStartSeq, eventEndSeq });
    }
    return found;
  }),
};

const emptyPrompt: Difference = {
  id: "empty-prompt-range",
  acpx: "A turn whose prompt has no blocks has a message range that covers all messages before it.",
  ours: "It has the range of its own messages.",
  reason: "Message ranges do not overlap.",
  requirements: ["session-message-range"],
  apply(acpx, ours, name) {
    let next = 0;
    return inAttempts((part) => {
      const range = rangeOf(part, "node_outcome");
      if (range === undefined || range["sessionId"] !== "session 1") return false;
      const isWrong = Number(range["messageStart"]) < next;
      if (isWrong) {
        const messages = { messageStart: next, messageEnd: next + 1 };
        for (const type of conversations) Object.assign(rangeOf(part, type) ?? {}, messages);
      }
      next = Number(range["messageEnd"]) + 1;
      return isWrong;
    })(acpx, ours, name);
  },
};

const oneProcess: Difference = {
  id: "agents-without-load",
  acpx: "Each turn has a process of its own; a second turn in a session fails when the agent can neither load nor resume sessions.",
  ours: "A session keeps its process for the whole run, so the second turn works.",
  reason:
    "Nothing in the format forbids it, and most agents lose what they know with their process.",
  apply(acpx, _ours, name) {
    const first = acpx.parts[1];
    if (name !== "acp-sessions-lost" || first === undefined) return 0;
    // The second turn is to be like the first, apart from its number.
    const events = first.events.filter(({ type }) => type !== "session_bound");
    const text = JSON.stringify(events)
      .replaceAll("acp node first", "acp node second")
      .replaceAll("turn 1", "turn 2")
      .replaceAll('"messageStart":0,"messageEnd":1', '"messageStart":2,"messageEnd":3');
    const second = { attempt: "second#1", nodeId: "second", events: JSON.parse(text) as never };
    const completed = { type: "run_completed", payload: { status: "completed" } };
    acpx.parts = [acpx.parts[0]!, first, second, { attempt: "run", events: [completed] }];
    acpx.outputs = ["first", "second"];
    acpx.results["node second"] = "ok";
    acpx.ended = "resolved";
    acpx.manifest!["status"] = "completed";
    return 1;
  },
};

const agentName: Difference = {
  id: "agent-name",
  acpx: "An agent that is given with `--agent` has the name `codex` in the binding, that of the default profile.",
  ours: "It is called `agent`.",
  reason: "`agentName` is the name of the agent as it was configured.",
  requirements: ["session-binding-shape"],
  apply: inAttempts((acpx) => {
    const bound = eventOf(acpx, "session_bound")?.payload["bindingArtifact"] as Members | undefined;
    if (bound?.["agentName"] !== "codex") return false;
    bound["agentName"] = "agent";
    return true;
  }),
};

const blocks: Difference = {
  id: "prompt-blocks",
  acpx: "A block of a type that the protocol does not know is sent; what becomes of it is up to the agent.",
  ours: "The attempt fails, and names the block.",
  reason: "A mistake of the flow should not depend on the agent.",
  apply: inAttempts((acpx) => {
    if (outcomeOf(acpx)?.["error"] !== "Invalid params") return false;
    failAtOnce(acpx, "<no prompt>");
    return true;
  }),
};

const texts: Difference = {
  id: "prompt-texts",
  acpx: "The prompt as text is trimmed; of a resource it has the content, of a link the name.",
  ours: "Text blocks stand there as they are, all others as a short description in brackets.",
  reason:
    "So the specification describes [prompt texts](../spec/text/sessions.md#prompt-and-response-texts).",
  apply: inAttempts((acpx, ours) => replacePrompt(acpx, ours, describes)),
};

const decisions: Difference = {
  id: "decision-prompts",
  acpx: "`decision()` adds instructions to the question, in its words.",
  ours: "The instructions ask for the same JSON in other words.",
  reason: "The words are each program's own.",
  apply: inAttempts((acpx, ours) =>
    replacePrompt(
      acpx,
      ours,
      (theirs, own) =>
        own.startsWith(`${theirs.split("\n")[0]}\n`) &&
        [theirs, own].every(
          (text) => /JSON[^]*"(route|way)"/.test(text) && /left[^]*right/.test(text),
        ),
    ),
  ),
};

/** Puts the prompt of ours in the place of that of acpx, where both say the same. */
function replacePrompt(
  acpx: Part,
  ours: Part | undefined,
  areSame: (acpx: string, ours: string) => boolean,
): boolean {
  const [theirs, own] = [acpx, ours].map((part) => {
    const artifact = part && (outcomeOf(part)?.["promptArtifact"] as Members | undefined);
    return artifact?.["content"];
  });
  if (typeof theirs !== "string" || typeof own !== "string") return false;
  if (theirs === own || !areSame(theirs, own)) return false;
  for (const { payload } of acpx.events) {
    for (const key of ["artifact", "promptArtifact"]) {
      const reference = payload[key] as Members | undefined;
      if (reference?.["content"] === theirs) payload[key] = { ...reference, content: own };
    }
    if (payload["statusDetail"] === `ACP: ${theirs}`) payload["statusDetail"] = `ACP: ${own}`;
  }
  return true;
}

/** Whether both say the same, apart from white space at the ends and blocks that are no text. */
function describes(acpx: string, ours: string): boolean {
  const [before, after] = [acpx, ours].map((text) => text.trim().split("\n\n"));
  return (
    before?.length === after?.length &&
    after!.every((block, at) => block === before![at] || /^\[[a-z ]+: [^\n]*\]$/.test(block))
  );
}

export const sessions: readonly Difference[] = [
  blocks,
  binding,
  emptyAnswer,
  emptyPrompt,
  oneProcess,
  ranges,
  agentName,
  decisions,
  texts,
];
