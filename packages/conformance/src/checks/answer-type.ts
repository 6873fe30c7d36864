import type { Role } from "../cases/case.ts";
import type { Answer } from "../generated/types.ts";
import type { Check } from "./check.ts";

const rightTypes: Readonly<Record<Role, readonly (keyof Answer)[]>> = {
  reader: ["view", "refused"],
  validator: ["verdict", "refused"],
  producer: ["bundle"],
};

/** What an answer is: the member that it has of those that exclude each other. */
export function answerType(answer: Answer): keyof Answer {
  const types = ["view", "bundle", "verdict", "refused", "unsupported"] as const;
  return types.find((type) => answer[type] !== undefined) ?? "view";
}

/** A check of its own for each role: that the answer is of a sort that the role can give. */
export function answerTypeCheck(role: Role): Check {
  const right = rightTypes[role];
  return {
    id: `${role}/answer-type`,
    role,
    title: `answers what a ${role} is asked for`,
    requirements: [],
    applies: ({ answer }) => answer !== undefined,
    run({ answer = {} }) {
      const type = answerType(answer);
      if (right.includes(type)) return undefined;
      if (type === "unsupported") {
        return {
          message:
            "the adapter says that it cannot do this, and it has declared all that is needed",
          expected: `an answer with ${right.join(" or ")}`,
          found: `unsupported: ${answer.unsupported ?? ""}`,
        };
      }
      return {
        message: `an answer with ${type} is not what a ${role} is asked for`,
        expected: `an answer with ${right.join(" or ")}`,
        found: type,
      };
    },
  };
}
