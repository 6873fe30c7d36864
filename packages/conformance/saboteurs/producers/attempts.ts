import type { Operation } from "../../src/mutate/operation.ts";
import { doing, inTrace, mended, trace } from "./operations.ts";
import type { Wrong } from "./operations.ts";

/** Producers that are wrong about single attempts. */
export const attempts: readonly Wrong[] = [
  {
    name: "forgets-commands",
    title: "It records of a command that failed only that it did.",
    check: "producer/attempt-events",
    cases: ["producer/shell/exit-code"],
    mutation: () => [
      { op: "line-delete", file: trace, where: { type: "action_prepared" } },
      { op: "line-delete", file: trace, where: { type: "action_completed" } },
      ...["action", "stdoutArtifact", "stderrArtifact"].map((name): Operation => ({
        op: "remove",
        file: trace,
        where: { type: "node_outcome" },
        pointer: `/payload/${name}`,
      })),
      { op: "renumber", file: trace },
      ...mended,
    ],
  },
  {
    name: "lower-case",
    title: "It changes outputs.",
    check: "producer/outputs",
    cases: ["producer/compute/one-node"],
    request: doing("hello", { return: { text: "hello" } }),
  },
  {
    name: "null-for-nothing",
    title: "It records null where a node gave nothing.",
    check: "producer/outputs",
    cases: ["producer/compute/no-output"],
    request: doing("silent", { return: null }),
  },
  {
    name: "loses-outputs",
    title: "It records no outputs.",
    check: "producer/outputs",
    cases: ["producer/compute/one-node"],
    mutation: () => [
      {
        op: "remove",
        file: trace,
        where: { type: "node_outcome" },
        pointer: "/payload/outputInline",
      },
      ...mended,
    ],
  },
  {
    name: "general-error",
    title: "It says of everything that goes wrong the same.",
    check: "producer/errors",
    cases: ["producer/compute/fails"],
    request: doing("send", { fail: "Something went wrong" }),
  },
  {
    name: "default-limit",
    title: "It tells the default time limit for every attempt.",
    check: "producer/time-limit",
    cases: ["producer/flow/node-limits"],
    mutation: () => [
      inTrace({ type: "node_started", nodeId: "own" }, "/payload/timeoutMs", 900_000),
      ...mended,
    ],
  },
  {
    name: "shortened-arguments",
    title: "It records the arguments of a command without the last.",
    check: "producer/receipts",
    cases: ["producer/shell/ok"],
    mutation: () => [
      ...["action_prepared", "action_completed", "node_outcome"].map((type) =>
        inTrace({ type }, "/payload/action/args", ["-c"]),
      ),
      ...mended,
    ],
  },
  {
    name: "no-receipts",
    title: "It gives functions no receipts.",
    check: "producer/receipts",
    cases: ["producer/function/ok", "producer/function/fails"],
    mutation: () => [
      { op: "remove", file: trace, where: { type: "node_outcome" }, pointer: "/payload/action" },
      ...mended,
    ],
  },
  {
    name: "trims-output",
    title: "It trims what a command wrote.",
    check: "producer/command-output",
    cases: ["producer/shell/ok"],
    mutation: () => [
      { op: "artifact", extension: "txt", text: "out", as: "trimmed" },
      ...["/artifact", "/payload/artifact"].map((pointer) =>
        inTrace({ seq: 5 }, pointer, { $artifact: "trimmed" }),
      ),
      ...["action_completed", "node_outcome"].map((type) =>
        inTrace({ type }, "/payload/stdoutArtifact", { $artifact: "trimmed" }),
      ),
      ...mended,
    ],
  },
  {
    name: "hides-cuts",
    title: "It does not say that it kept only a part of what a command wrote.",
    check: "producer/command-output",
    cases: ["producer/shell/too-much-output"],
    mutation: () => [
      ...["/artifact", "/payload/artifact"]
        .map((pointer): Operation => ({
          op: "remove",
          file: trace,
          where: { type: "artifact_written", "/artifact/truncated": true },
          pointer: `${pointer}/truncated`,
        }))
        .toReversed(),
      ...["action_completed", "node_outcome"].map((type): Operation => ({
        op: "remove",
        file: trace,
        where: { type },
        pointer: "/payload/stdoutArtifact/truncated",
      })),
      ...mended,
    ],
  },
];
