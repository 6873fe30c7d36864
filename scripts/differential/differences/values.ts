import type { Artifact, Json, Members, Part } from "../normal/run.ts";
import { attempts, failAtOnce, outcomeOf } from "./difference.ts";
import type { Difference } from "./difference.ts";

const noJson = "application/json that is none";

function artifactOf(payload: Members | undefined, key: string): Artifact | undefined {
  return payload?.[key] as Artifact | undefined;
}

const outputs: Difference = {
  id: "output-without-json",
  acpx: "An output that has no JSON (a function, a symbol, an object whose `toJSON` gives nothing) is ok; its artifact has the media type of JSON and is none.",
  ours: "The attempt fails, like one whose output is a cycle or a BigInt.",
  reason: "An output is a value that JSON can hold.",
  requirements: ["attempt-output-value", "artifact-json-content"],
  apply(acpx, ours) {
    const found = attempts(acpx, ours).filter(
      ([part]) => artifactOf(outcomeOf(part), "outputArtifact")?.mediaType === noJson,
    );
    for (const [part] of found) {
      failAtOnce(part, "<no JSON>");
      acpx.outputs = acpx.outputs.filter((key) => key !== part.nodeId);
      acpx.results[`node ${part.nodeId}`] = "failed";
    }
    return found.length;
  },
};

const input: Difference = {
  id: "input-artifact",
  acpx: "An input that is a text is written into its artifact without quotes; no input at all as the text `undefined`.",
  ours: "The artifact has JSON: the quoted text; `null` when there is no input. The nodes are given what they were given before.",
  reason: "An artifact of the type `application/json` is JSON.",
  requirements: ["artifact-json-content"],
  apply(acpx) {
    const started = acpx.parts[0]?.events[0]?.payload;
    const artifact = artifactOf(started, "inputArtifact");
    if (artifact?.mediaType !== noJson) return 0;
    const content = artifact.content === "undefined\n" ? null : artifact.content;
    started!["inputArtifact"] = { mediaType: "application/json", content };
    return 1;
  },
};

const surrogates: Difference = {
  id: "lone-surrogates",
  acpx: "Half a character (a lone surrogate) is written as an escape into the trace.",
  ours: "It is replaced by U+FFFD there too, as in every artifact.",
  reason: "Many readers of JSON refuse lone surrogates.",
  requirements: ["json-lone-surrogate"],
  apply(acpx) {
    const parts = wellFormed(acpx.parts as never) as never as Part[];
    if (JSON.stringify(parts) === JSON.stringify(acpx.parts)) return 0;
    acpx.parts = parts;
    return 1;
  },
};

function wellFormed(value: Json): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]),
  );
}

const state: Difference = {
  id: "changed-state",
  acpx: "What a node writes into `outputs` that it is given gets into `run.json`.",
  ours: "Later nodes see it, as with acpx; `run.json` has only what nodes gave.",
  reason: "Projections are a function of the trace.",
  requirements: ["projection-outputs"],
  apply(acpx) {
    const own = acpx.outputs.filter((key) => `node ${key}` in acpx.results);
    const count = acpx.outputs.length - own.length;
    acpx.outputs = own;
    return count;
  },
};

const large: Difference = {
  id: "large-outputs",
  acpx: "Outputs of any size stand in `run.json`.",
  ours: "Outputs over 16 KiB, and those deeper than 32 levels, do not; the artifact has them.",
  reason: "So the projections stay small, and a run's cost does not grow with its outputs.",
  requirements: ["projection-large-values", "trace-large-values"],
  apply(acpx) {
    const found = acpx.outputs.filter((key) =>
      acpx.parts.some((part) => {
        const content = artifactOf(outcomeOf(part), "outputArtifact")?.content;
        const size = Number(/^<(\d+) characters/.exec(String(content))?.[1] ?? 0);
        return part.nodeId === key && (size > 16_384 || depth(content) > 32);
      }),
    );
    acpx.outputs = acpx.outputs.filter((key) => !found.includes(key));
    return found.length;
  },
};

function depth(value: Json | undefined): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}

const noOutput: Difference = {
  id: "no-output",
  acpx: "A node that gave nothing (`undefined`) has a key in `outputs` all the same.",
  ours: "It has none, and reading it gives `undefined` as before.",
  reason: "No output is not an output.",
  requirements: ["attempt-output-choice", "projection-outputs"],
  apply(acpx) {
    const text = JSON.stringify(acpx.parts);
    const parts = text.replaceAll("undefined: ok, kept", "undefined: ok, absent");
    acpx.parts = JSON.parse(parts) as Part[];
    return Number(parts !== text);
  },
};

const numbers: Difference = {
  id: "large-numbers",
  acpx: "Numbers of any size stand in the trace.",
  ours: "An output with a number beyond ±(2^53−1) is an artifact, and no part of `run.json`.",
  reason: "Readers may round such numbers.",
  requirements: ["json-number-range"],
  apply(acpx, ours) {
    const found = attempts(acpx, ours).filter(([part]) =>
      /:\d+(\.\d+)?e\+\d/.test(JSON.stringify(outcomeOf(part)?.["outputInline"] ?? null)),
    );
    for (const [part] of found) {
      const { outputInline: content = null, ...payload } = part.events.pop()!.payload;
      const artifact = { mediaType: "application/json", content };
      part.events.push(
        { type: "artifact_written", payload: { artifact } },
        { type: "node_outcome", payload: { ...payload, outputArtifact: artifact } },
      );
      acpx.outputs = acpx.outputs.filter((key) => key !== part.nodeId);
    }
    return found.length;
  },
};

const thrown: Difference = {
  id: "thrown-values",
  acpx: "The error of an attempt is the message of what was thrown, be it empty, or `String(value)` of what is no error: `[object Object]`.",
  ours: "An error without a message gives its name, another object its `message` or its JSON.",
  reason: "An error should say something.",
  apply(acpx, _ours, name) {
    if (name !== "thrown-values") return 0;
    const errors = { object: '{"code":"E1"}', empty: "Error", message: "looks like an error" };
    const last = acpx.parts.at(-2)!.events.at(-1)!.payload["outputInline"] as string[];
    for (const [at, part] of acpx.parts.entries()) {
      const error = errors[part.nodeId as keyof typeof errors];
      if (error === undefined) continue;
      outcomeOf(part)!["error"] = error;
      last[at - 1] = error;
    }
    return Object.keys(errors).length;
  },
};

export const values: readonly Difference[] = [
  outputs,
  input,
  surrogates,
  state,
  large,
  noOutput,
  numbers,
  thrown,
];
