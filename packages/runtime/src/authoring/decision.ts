import { FlowError } from "../errors.ts";
import { describe, quote } from "../definition/mistakes.ts";
import { extractJsonObject } from "./json.ts";
import { acp } from "./nodes.ts";
import type { AcpNodeDefinition, FlowEdge, FlowNodeContext, MaybePromise } from "./types.ts";

/** A question to an agent that has a fixed set of answers. */
export type DecisionDefinition<TChoice extends string> = Omit<
  AcpNodeDefinition,
  "nodeType" | "prompt" | "parse"
> & {
  question: string | ((context: FlowNodeContext) => MaybePromise<string>);
  choices: readonly TChoice[];
  /** The member of the answer that has the choice. Default: `route`. */
  field?: string;
};

const defaultField = "route";
const fieldPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * An ACP node that asks an agent to decide. Its output is the agent's answer, an object whose `field` is one of the
 * choices; any other answer fails the attempt.
 *
 * @throws {FlowError} `definition` when the choices or the field cannot work.
 */
export function decision<TChoice extends string>(
  definition: DecisionDefinition<TChoice>,
): AcpNodeDefinition {
  const { question, choices: given, field: givenField, ...options } = definition ?? {};
  const choices = checkChoices("decision", given);
  const field = checkField("decision", givenField);
  if (typeof question !== "string" && typeof question !== "function") {
    refuse("decision", `question: expected a string or a function; found ${describe(question)}`);
  }
  return acp({
    ...options,
    async prompt(context) {
      const asked = typeof question === "function" ? await question(context) : question;
      return `${asked ?? ""}\n\n${instructions(choices, field)}`;
    },
    parse: (text) => checkAnswer(extractJsonObject(text), choices, field),
  });
}

/**
 * The edge that leaves a decision: one case for each choice.
 *
 * @throws {FlowError} `definition` when a choice has no case.
 */
export function decisionEdge<TChoice extends string>(args: {
  from: string;
  choices: readonly TChoice[];
  field?: string;
  cases: Record<TChoice, string>;
}): FlowEdge {
  const { from, choices: given, field: givenField, cases } = args ?? {};
  const choices = checkChoices("decisionEdge", given);
  const field = checkField("decisionEdge", givenField);
  for (const choice of choices) {
    if (typeof cases === "object" && cases !== null && Object.hasOwn(cases, choice)) continue;
    refuse("decisionEdge", `cases: there is no case for the choice ${quote(choice)}`);
  }
  return { from, switch: { on: `$.${field}`, cases } };
}

function instructions(choices: readonly string[], field: string): string {
  const list = choices.map((choice) => `- ${JSON.stringify(choice)}`).join("\n");
  const example = JSON.stringify({ [field]: choices[0], reason: "one short sentence" });
  return [
    `Decide for one of these, spelled exactly like this:\n${list}`,
    `Answer with a single JSON object whose "${field}" is your choice and whose "reason" says why, for example:\n${example}`,
    "Write the JSON object and nothing else.",
  ].join("\n\n");
}

function checkAnswer(answer: unknown, choices: readonly string[], field: string): object {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) {
    throw new Error(
      `The answer should be a JSON object with "${field}"; it is ${describe(answer)}`,
    );
  }
  const chosen: unknown = Object.hasOwn(answer, field)
    ? (answer as Record<string, unknown>)[field]
    : undefined;
  if (choices.some((choice) => choice === chosen)) return answer;
  const known = choices.map((choice) => quote(choice)).join(", ");
  throw new Error(`"${field}" of the answer should be one of ${known}; it is ${describe(chosen)}`);
}

function checkChoices<TChoice extends string>(
  maker: string,
  choices: readonly TChoice[] | undefined,
): readonly TChoice[] {
  if (!Array.isArray(choices)) {
    refuse(maker, `choices: expected an array of texts; found ${describe(choices)}`);
  }
  if (choices.length === 0) refuse(maker, "choices: expected at least one; found none");
  const seen = new Set<unknown>();
  for (const [index, choice] of choices.entries()) {
    if (typeof choice !== "string" || choice === "") {
      refuse(
        maker,
        `choices[${index}]: expected a text that is not empty; found ${describe(choice)}`,
      );
    }
    if (seen.has(choice)) refuse(maker, `choices[${index}]: ${quote(choice)} stands there twice`);
    seen.add(choice);
  }
  return [...choices];
}

function checkField(maker: string, field: unknown = defaultField): string {
  if (typeof field === "string" && fieldPattern.test(field)) return field;
  return refuse(
    maker,
    `field: expected letters, digits and underscores, no digit first; found ${describe(field)}`,
  );
}

function refuse(maker: string, message: string): never {
  throw new FlowError("definition", `${maker}(): ${message}`);
}
