import type { Answer } from "../src/generated/types.ts";
import type { Saboteur } from "./saboteur.ts";

type View = NonNullable<Answer["view"]>;

/** Changes the view of an answer that has one. */
const changing = (change: (view: View) => View) => (answer: Answer) =>
  answer.view === undefined ? answer : { ...answer, view: change(answer.view) };

/** Readers that are wrong. */
export const readers: readonly Saboteur[] = [
  {
    name: "judges",
    role: "reader",
    title: "It answers with a verdict, and was asked for a view.",
    check: "reader/answer-type",
    cases: ["reader/bundle/1.1-retry-loop"],
    answer: () => ({ verdict: "valid" }),
  },
  {
    name: "wants-closed",
    role: "reader",
    title: "It refuses bundles of runs that still go on.",
    check: "reader/answered",
    cases: ["reader/bundle/1.1-running", "reader/bundle/1.1-waiting"],
    answer: (answer) =>
      ["running", "waiting"].includes(String(answer.view?.["status"]))
        ? { refused: { code: "unclosed", reason: "The run has not ended" } }
        : answer,
  },
  {
    name: "refuses-nothing",
    role: "reader",
    title: "It takes every folder for a bundle.",
    check: "reader/refused",
    cases: ["reader/versions/schema-foreign"],
    answer: (answer) => (answer.refused === undefined ? answer : { view: {} }),
  },
  {
    name: "wrong-refusal",
    role: "reader",
    title: "It says of everything that it refuses that it is damaged.",
    check: "reader/refused",
    cases: ["reader/versions/schema-foreign"],
    answer: ({ refused, ...answer }) =>
      refused === undefined ? answer : { refused: { ...refused, code: "corrupt" } },
  },
  {
    name: "silent-about-tails",
    role: "reader",
    title: "It drops a torn tail and does not say so.",
    check: "reader/torn",
    cases: ["reader/bundle/1.1-torn"],
    answer: (answer) => ({ ...answer, torn: false }),
  },
  {
    name: "loses-attempts",
    role: "reader",
    title: "It knows one attempt of each node, the last.",
    check: "reader/view",
    cases: ["reader/bundle/1.1-retry-loop"],
    answer: changing((view) => {
      const attempts = view["attempts"] as readonly { readonly nodeId: string }[];
      const last = new Map(attempts.map((attempt) => [attempt.nodeId, attempt]));
      return { ...view, attempts: [...last.values()] };
    }),
  },
  {
    name: "guesses-status",
    role: "reader",
    title: "It says of every run that it completed.",
    check: "reader/view",
    cases: ["reader/bundle/1.1-running", "reader/bundle/1.1-interrupted"],
    answer: changing((view) => ({ ...view, status: "completed" })),
  },
];
