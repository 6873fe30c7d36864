import type { Check } from "../check.ts";
import { show } from "../show.ts";

/** A bundle that must not be read is refused, for the right reason. */
export const refused: Check = {
  id: "reader/refused",
  role: "reader",
  title: "refuses what must not be read, and says of what sort it is",
  requirements: [],
  applies: ({ item: { expect }, answer }) =>
    expect.refused !== undefined && (answer?.view !== undefined || answer?.refused !== undefined),
  run({ item: { expect }, answer }) {
    const codes = expect.refused ?? [];
    const mayAnswer = expect.view !== undefined || expect.partial === true;
    const wanted = `a refusal as ${codes.join(" or ")}${mayAnswer ? ", or a view" : ""}`;
    if (answer?.refused === undefined) {
      if (mayAnswer) return undefined;
      return {
        message: "the bundle was read, and it has to be refused",
        expected: wanted,
        found: "a view",
      };
    }
    const { code, reason } = answer.refused;
    if (codes.includes(code)) return undefined;
    return {
      message: `the bundle was refused as ${code}`,
      expected: wanted,
      found: `${code}: ${show(reason)}`,
    };
  },
};
