import type { RunStarted } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** flowName, runTitle and flowPath are the same everywhere; spec/text/flow.md#flow-name-mismatch. */
export const nameMismatch: Rule = {
  id: "flow/name-mismatch",
  needs: ["manifest"],
  check(ctx, report) {
    const { manifest, flow } = ctx;
    if (manifest === undefined) return;
    if (flow !== undefined && flow.name !== manifest.flowName) {
      report({
        file: "flow.json",
        pointer: "/name",
        message: "The flow has another name than the manifest says",
        expected: manifest.flowName,
        actual: flow.name,
        related: [{ file: "manifest.json", pointer: "/flowName" }],
      });
    }
    return {
      on: {
        run_started: (at) => {
          const { payload } = at.event as RunStarted;
          for (const key of ["flowName", "runTitle", "flowPath"] as const) {
            if (payload[key] === manifest[key]) continue;
            report({
              ...placeOf(at),
              pointer: payload[key] === undefined ? "/payload" : `/payload/${key}`,
              message: `${key} of run_started is not that of the manifest`,
              expected: manifest[key] ?? null,
              actual: payload[key] ?? null,
              related: [
                { file: "manifest.json", pointer: manifest[key] === undefined ? "" : `/${key}` },
              ],
            });
          }
        },
      },
    };
  },
};
