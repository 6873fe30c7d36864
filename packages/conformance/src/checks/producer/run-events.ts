import { producerCheck } from "./producer-check.ts";

/** The events of the run itself come in the right order. */
export const runEvents = producerCheck({
  name: "run-events",
  title: "records the beginning, waits, resumptions and the end of runs",
  requirements: ["trace-first-event", "trace-terminal-once"],
  says: ({ events }) => events !== undefined,
  compare({ expected: { events = [] }, found }) {
    const types = found.runEvents.map(({ type }) => type);
    if (types.join() === events.join()) return undefined;
    return {
      message: `the events of scope run are ${types.join(", ")}`,
      expected: events.join(", "),
      found: types.join(", "),
    };
  },
});
