import type { Check } from "../check.ts";
import { show } from "../show.ts";

/** A bundle that can be read is read. */
export const answered: Check = {
  id: "reader/answered",
  role: "reader",
  title: "reads what has to be read, and does not refuse it",
  requirements: [],
  applies: ({ item: { expect }, answer }) =>
    expect.refused === undefined && (answer?.view !== undefined || answer?.refused !== undefined),
  run({ answer }) {
    if (answer?.refused === undefined) return undefined;
    const { code, reason } = answer.refused;
    return {
      message: `the bundle was refused as ${code}, and it has to be read`,
      expected: "a view",
      found: `${code}: ${show(reason)}`,
    };
  },
};
