import { readJson } from "@flow-bundle/bundle";
import { isObject } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { producerCheck } from "./producer-check.ts";

/** A run that waits says for what. */
export const waiting = producerCheck({
  name: "waiting",
  title: "says what a run waits for",
  requirements: ["trace-waiting-missing", "trace-run-waiting-payload"],
  says: (expected) => expected.waiting !== undefined,
  async compare({ expected, found }) {
    const { on, summary } = expected.waiting ?? { on: "" };
    const projection = await readJson(found.source, "projections/run.json");
    const projected =
      projection.ok && isObject(projection.value) ? projection.value["waitingOn"] : undefined;
    if (projected !== on) {
      return {
        message: "projections/run.json names another node that the run waits on",
        expected: on,
        found: show(projected),
      };
    }
    if (found.version === "1.0") return undefined;
    const event = found.runEvents.findLast(({ type }) => type === "run_waiting");
    if (event?.payload["waitingOn"] !== on) {
      return {
        message: "run_waiting names another node",
        expected: on,
        found: show(event?.payload["waitingOn"]),
      };
    }
    if (summary === undefined || event.payload["summary"] === summary) return undefined;
    return {
      message: "run_waiting has another summary",
      expected: show(summary),
      found: show(event.payload["summary"]),
    };
  },
});
