import type { ActionReceipt, ArtifactReference } from "@flow-bundle/schema";
import type { FindingInput } from "../../engine/finding.ts";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** argsArtifact holds the arguments, in place of args; spec/text/artifacts.md#artifact-args-content. */
export const argsContent: Rule = {
  id: "artifact/args-content",
  needs: ["trace", "artifacts"],
  check(ctx, report) {
    const uses = new Map<
      string,
      { readonly place: Place; readonly reference: ArtifactReference }
    >();
    const check = (at: TraceLine): void => {
      const { action } = at.event.payload as { readonly action?: Partial<ActionReceipt> };
      const { argsArtifact: reference, args } = (action ?? {}) as {
        readonly argsArtifact?: ArtifactReference;
        readonly args?: readonly string[];
      };
      // The receipts of an attempt repeat each other.
      if (reference === undefined || uses.has(reference.path)) return;
      uses.set(reference.path, { place: placeOf(at), reference });
      if (args === undefined || args.length === 0) return;
      report({
        ...placeOf(at),
        pointer: "/payload/action/args",
        message: `args has ${args.length} arguments, and argsArtifact is there too`,
        expected: [],
        actual: args,
        hint: "write the arguments into one of the two: args up to 64 KiB, argsArtifact beyond",
      });
    };
    return {
      on: { action_prepared: check, action_completed: check, node_outcome: check },
      async end() {
        for (const { place, reference } of uses.values()) {
          const { path, mediaType, sha256 } = reference;
          const isJson = mediaType === "application/json";
          // A file that is gone or changed, or is no JSON though it should be, is a finding of its own.
          if (ctx.artifactFiles.get(path)?.sha256 !== sha256) continue;
          const json = isJson ? await ctx.artifactJson(path) : { value: undefined };
          if (json === undefined || isArguments(json.value)) continue;
          report({
            ...place,
            pointer: "/payload/action/argsArtifact",
            message: "argsArtifact does not hold a JSON array of texts",
            expected: "application/json, an array of strings",
            actual: isJson ? "another JSON value" : mediaType,
            related: [{ file: path }],
            hint: "write the arguments as they would stand in args",
          });
        }
      },
    };
  },
};

type Place = Omit<FindingInput, "message">;

function isArguments(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
