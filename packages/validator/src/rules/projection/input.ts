import { projectRun, type FoldState, type ProjectionResolver } from "@flow-bundle/bundle";
import type { ArtifactReference } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { FindingInput } from "../../engine/finding.ts";
import { traceFile } from "../../engine/trace.ts";
import type { Rule } from "../../engine/rule.ts";
import { encode, hasDigest, jsonContent, textContent } from "./compare/content.ts";
import { difference, holderOf, ownValue, type Difference } from "./compare/difference.ts";
import { followProjections } from "./compare/follower.ts";
import { momentsOf } from "./compare/moments.ts";

/** input is the value of the input artifact; spec/text/projections.md#projection-input. */
export const input: Rule = {
  id: "projection/input",
  needs: ["run", "trace", "artifacts"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      async end() {
        const { run } = momentsOf(ctx);
        if (run === undefined) return;
        const reference = run.state.inputArtifact;
        const actual = ownValue(run.value, "input");
        if (reference === undefined) {
          // Writers of 1.0 have it before the first event.
          if (run.strictness === "exact" && actual !== undefined)
            report(tooEarly(run.file, actual));
          return;
        }
        const isJson = reference.mediaType === "application/json";
        const content = await (isJson ? jsonContent : textContent)(ctx, reference, actual);
        if (content === "unknown") return;
        if (content === "not-json") {
          // In 1.1 artifact/json-content says all there is to say.
          if (ctx.version === "1.1" || actual === undefined) return;
          report(
            inputFinding(
              run.file,
              reference,
              { pointer: "", expected: undefined, actual },
              await whyNot(ctx, reference, actual),
            ),
          );
          return;
        }
        const expected = repeated(run.state, content.value);
        const found = difference(expected, actual);
        if (found === undefined) return;
        const message =
          expected === undefined
            ? "input is there, but the input artifact is too large to be repeated"
            : actual === undefined
              ? "input is missing"
              : await whyNot(ctx, reference, actual);
        report(inputFinding(run.file, reference, found, message));
      },
    };
  },
};

function tooEarly(file: string, actual: unknown): FindingInput {
  return {
    file,
    pointer: "/input",
    message: "input is there, but no event tells of it yet",
    actual,
    hint: "input comes from run_started; until then run.json has what the manifest says, and upToSeq 0",
  };
}

/** The input as run.json has to have it; undefined when it is too large. */
function repeated(state: FoldState, value: unknown): unknown {
  const resolver: ProjectionResolver = {
    text: ({ path }) => (path === state.inputArtifact?.path ? (value as string) : undefined),
    json: ({ path }) => (path === state.inputArtifact?.path ? value : undefined),
    binding: () => undefined,
  };
  return projectRun(state, resolver, []).input;
}

/** 1.0 writers write a text as it is, without quotes, and call it JSON. */
async function whyNot(
  ctx: BundleContext,
  reference: ArtifactReference,
  actual: unknown,
): Promise<string> {
  const isRawText =
    reference.mediaType === "application/json" &&
    typeof actual === "string" &&
    (await hasDigest(ctx, encode(actual), reference));
  return isRawText
    ? "input is a text, which the input artifact has without quotes, so that it is not the JSON of this text"
    : "input is not what the input artifact has";
}

function inputFinding(
  file: string,
  { path }: ArtifactReference,
  { pointer, expected, actual }: Difference,
  message: string,
): FindingInput {
  const place = `/input${pointer}`;
  return {
    file,
    pointer: actual === undefined ? holderOf(place) : place,
    message,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    related: [
      { file: path, message: "the input artifact" },
      { file: traceFile, line: 1, pointer: "/payload/inputArtifact" },
    ],
  };
}
