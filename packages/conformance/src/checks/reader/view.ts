import { expectedView } from "../../cases/views.ts";
import type { Check } from "../check.ts";
import { show } from "../show.ts";
import { differences } from "./differences.ts";
import { viewShape } from "./view-shape.ts";

const mostListed = 5;
const mostCounted = 100;

/** The view is the one that the trace gives. */
export const view: Check = {
  id: "reader/view",
  role: "reader",
  title: "answers with the view that the trace gives",
  // The folder of every case is called `bundle`: an id that is taken from there is wrong.
  requirements: ["view-fold", "bundle-directory-name"],
  applies: ({ item: { expect }, answer }) =>
    expect.view !== undefined &&
    answer?.view !== undefined &&
    !(expect.partial === true && answer.torn === true),
  run({ item, answer }) {
    if (item.expect.view === undefined) return undefined;
    const wanted = expectedView(item.expect.view);
    const places = differences(wanted, answer?.view, viewShape, mostCounted);
    const [first] = places;
    if (first === undefined) return undefined;
    const listed = places.slice(0, mostListed);
    return {
      message: `the view differs at ${first.pointer || "its root"}${others(places.length - 1)}`,
      expected: listed.map(({ pointer, expected }) => `${pointer}: ${show(expected)}`).join("\n"),
      found: listed.map(({ pointer, found }) => `${pointer}: ${show(found)}`).join("\n"),
    };
  },
};

function others(count: number): string {
  if (count === 0) return "";
  if (count === 1) return ", and at one more place";
  return `, and at ${count + 1 >= mostCounted ? "many" : count} more places`;
}
