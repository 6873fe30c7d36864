import type { Answer } from "../src/generated/types.ts";
import type { Saboteur } from "./saboteur.ts";

type View = NonNullable<Answer["view"]>;

/** Changes the view of an answer that has one. */
const changing = (change: (view: View) => View) => (answer: Answer) =>
  answer.view === undefined ? answer : { ...answer, view: change(answer.view) };

/** What the reader takes for a line that can be read. */
function isGood(line: string): boolean {
  try {
    JSON.parse(line);
    return line.endsWith("\n");
  } catch {
    return false;
  }
}

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
    name: "passes-over-damage",
    role: "reader",
    title: "It leaves out every line that cannot be read, and does not say so.",
    check: "reader/torn",
    cases: ["reader/damage/garbage-line-7", "reader/damage/before-up-to-seq"],
    trace: (lines) => lines.filter(isGood),
  },
  {
    name: "adds-the-last-lf",
    role: "reader",
    title: "It takes a last line without LF for a whole one when the run has ended.",
    check: "reader/torn",
    cases: [
      "reader/damage/end-without-lf",
      "reader/damage/end-without-lf-failed",
      "reader/damage/end-without-lf-timed-out",
      "reader/rule/json/final-newline/trace",
    ],
    trace: (lines) => [...lines, "\n"],
  },
  {
    name: "tears-off-the-large",
    role: "reader",
    title: "It takes a last line beyond its limits for a torn tail.",
    check: "reader/torn",
    cases: ["reader/hostile/too-deep-last-line", "reader/hostile/too-long-last-line"],
    trace: (lines) => lines.slice(0, -1),
    answer: (answer) => ({ ...answer, torn: true }),
  },
  {
    name: "runs-on",
    role: "reader",
    title: "It passes over damage, and with that over the event where it has to stop.",
    check: "reader/view",
    cases: [
      "reader/damage/at-up-to-seq",
      "reader/damage/at-up-to-seq-running",
      "reader/damage/beyond-up-to-seq",
    ],
    request: (request) => ({ ...request, upToSeq: Number.MAX_SAFE_INTEGER }),
    trace: (lines) => lines.filter(isGood),
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
