import { inTrace, manifest } from "./operations.ts";
import type { Wrong } from "./operations.ts";

/** Producers that are wrong about the bundle, and about what the run was given. */
export const bundles: readonly Wrong[] = [
  {
    name: "judges",
    title: "It answers with a verdict, and was asked for a bundle.",
    check: "producer/answer-type",
    cases: ["producer/compute/one-node"],
    answer: () => ({ verdict: "valid" }),
  },
  {
    name: "refuses",
    title: "It refuses the case.",
    check: "producer/answer-type",
    cases: ["producer/compute/one-node"],
    answer: () => ({ refused: { code: "unsupported", reason: "I would rather not" } }),
  },
  {
    name: "local-time",
    title: "It writes times in the way of its country.",
    check: "producer/bundle-valid",
    cases: ["producer/compute/one-node"],
    mutation: () => [
      inTrace({ type: "node_started" }, "/at", "22.11.2026 12:00"),
      { op: "reseal" },
    ],
  },
  {
    name: "elsewhere",
    title: "It writes the bundle to another place than it says.",
    check: "producer/bundle-valid",
    cases: ["producer/compute/one-node"],
    answer: () => ({ bundle: "../work" }),
  },
  {
    name: "no-seal",
    title: "It does not seal finished bundles.",
    check: "producer/seal",
    cases: ["producer/compute/one-node"],
    mutation: () => [{ op: "remove", file: manifest, pointer: "/seal" }],
  },
  {
    name: "old-seal",
    title: "It seals before the last file is written.",
    check: "producer/seal",
    cases: ["producer/compute/one-node"],
    mutation: () => [{ op: "set", file: manifest, pointer: "/seal/trace/bytes", value: 10 }],
  },
  {
    name: "early-seal",
    title: "It seals the bundle of a run that waits.",
    check: "producer/seal",
    cases: ["producer/checkpoint/waits"],
    mutation: () => [
      {
        op: "insert",
        file: manifest,
        pointer: "/seal",
        value: { algorithm: "sha256", trace: { bytes: 0, sha256: "" }, files: [] },
      },
      { op: "reseal" },
    ],
  },
  {
    name: "decorates-the-flow",
    title: "It adds to the flow what the flow does not say.",
    check: "producer/flow",
    cases: ["producer/compute/one-node"],
    mutation: () => [
      {
        op: "insert",
        file: "flow.json",
        pointer: "/nodes/hello/statusDetail",
        value: "Working",
      },
      { op: "reseal" },
    ],
  },
  {
    name: "other-input",
    title: "It records another input.",
    check: "producer/input",
    cases: ["producer/compute/one-node"],
    request: (request) => ({ ...request, input: { name: "Grace" } }),
  },
  {
    name: "upper-case-title",
    title: "It changes the title of the run.",
    check: "producer/title",
    cases: ["producer/flow/title"],
    request: (request) => ({ ...request, title: String(request.title).toUpperCase() }),
  },
];
