import { doing, inTrace, manifest, mended, trace } from "./operations.ts";
import type { Wrong } from "./operations.ts";

/** Producers that are wrong about the course of the run. */
export const runs: readonly Wrong[] = [
  {
    name: "timed-out-is-failed",
    title: "It ends a run that timed out as failed.",
    check: "producer/run-status",
    cases: ["producer/timeouts/compute"],
    mutation: () => [
      inTrace({ type: "run_timed_out" }, "/payload/status", "failed"),
      inTrace({ type: "run_timed_out" }, "/type", "run_failed"),
      { op: "set", file: manifest, pointer: "/status", value: "failed" },
      ...mended,
    ],
  },
  {
    name: "vague-end",
    title: "It does not say with what error a run ended.",
    check: "producer/run-status",
    cases: ["producer/compute/fails"],
    mutation: () => [inTrace({ type: "run_failed" }, "/payload/error", "Failed"), ...mended],
  },
  {
    name: "never-done",
    title: "It does not write the manifest when a run has ended.",
    check: "producer/run-status",
    cases: ["producer/compute/one-node"],
    mutation: () => [
      { op: "set", file: manifest, pointer: "/status", value: "running" },
      { op: "remove", file: manifest, pointer: "/seal" },
    ],
  },
  {
    name: "never-waits",
    title: "It does not record that a run waits.",
    check: "producer/run-events",
    cases: ["producer/resume/answer"],
    mutation: (_files, { resume }) =>
      // Before the run went on it would not be found to wait.
      resume === undefined
        ? []
        : [
            { op: "line-delete", file: trace, where: { type: "run_waiting" } },
            { op: "renumber", file: trace },
            ...mended,
          ],
  },
  {
    name: "hides-failures",
    title: "It records the last of several attempts only.",
    check: "producer/attempts",
    cases: ["producer/retry/until-ok"],
    request: doing("try", { return: 42 }),
  },
  {
    name: "always-left",
    title: "It takes the first of all ways.",
    check: "producer/attempts",
    cases: ["producer/edges/switch", "producer/edges/boolean"],
    request: (request) => {
      const flow = structuredClone(request.flow) as {
        edges: { switch?: { cases: Record<string, string> } }[];
      };
      for (const { switch: way } of flow.edges) {
        const cases = way?.cases ?? {};
        for (const name of Object.keys(cases)) cases[name] = Object.values(cases)[0] ?? "";
      }
      return { ...request, flow };
    },
  },
  {
    name: "interrupted-is-failed",
    title: "It gives an attempt that was interrupted the outcome failed.",
    check: "producer/interrupted",
    cases: ["producer/interrupt/compute"],
    mutation: () => [
      inTrace(
        { type: "node_outcome", "/payload/outcome": "cancelled" },
        "/payload/outcome",
        "failed",
      ),
      ...mended,
    ],
  },
  {
    name: "vague-question",
    title: "It does not say what a run waits for.",
    check: "producer/waiting",
    cases: ["producer/checkpoint/waits"],
    mutation: () => [
      inTrace({ type: "run_waiting" }, "/payload/summary", "Something is needed"),
      { op: "reproject" },
    ],
  },
  {
    name: "embellishes-answers",
    title: "It adds to the answer that somebody gave.",
    check: "producer/resumed",
    cases: ["producer/resume/answer"],
    request: (request) =>
      request.resume === undefined
        ? request
        : { ...request, resume: { input: { ...(request.resume.input as object), by: "me" } } },
  },
];
