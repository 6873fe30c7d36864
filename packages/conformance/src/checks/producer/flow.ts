import { isDeepStrictEqual } from "node:util";
import { isObject } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { producerCheck } from "./producer-check.ts";

/** The snapshot is that of the flow. */
export const flow = producerCheck({
  name: "flow",
  title: "keeps the flow as it was given",
  requirements: ["flow-nodes", "flow-edges"],
  says: (_, { item }) => item.request?.["flow"] !== undefined,
  compare({ input, found }) {
    const given = input.item.request?.["flow"];
    const wrong = isObject(given) && isObject(found.flow) ? differing(given, found.flow) : "all";
    if (wrong === undefined) return undefined;
    const [expected, other] = [given, found.flow].map((flow) =>
      isObject(flow) && wrong !== "all" ? flow[wrong] : flow,
    );
    return {
      message: `flow.json differs from the flow in ${wrong}`,
      expected: show(expected, 400),
      found: show(other, 400),
    };
  },
});

function differing(given: object, found: object): string | undefined {
  const [one, other] = [given, found] as Record<string, unknown>[];
  const keys = [...new Set([...Object.keys(given), ...Object.keys(found)])];
  return keys.find((key) => !isDeepStrictEqual(one?.[key], other?.[key]));
}
