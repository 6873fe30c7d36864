import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

/** Each attempt has the events of what happened, in an order that is possible. */
export const attemptEvents = producerCheck({
  name: "attempt-events",
  title: "records the events of each attempt in their order",
  requirements: ["attempt-event-order", "trace-conditional-events"],
  says: anyAttempt(({ events }) => events !== undefined),
  compare: (comparison) =>
    firstOf(comparison, ({ expected: { events }, found, place }) => {
      if (events === undefined || events.join() === found.events.join()) return undefined;
      return {
        message: `${place} has the events ${found.events.join(", ")}`,
        expected: events.join(", "),
        found: found.events.join(", "),
      };
    }),
});
