import type { ArtifactReference, NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { FindingInput } from "../../engine/finding.ts";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** The beginning of a text: what is compared of an error and its artifact, without holding either in memory. */
interface Beginning {
  readonly place: Omit<FindingInput, "message">;
  readonly reference: ArtifactReference;
  readonly bytes: number;
  readonly sha256: string | Promise<string>;
  readonly excerpt: string;
}

const ellipsis = "…";

/** errorArtifact has the whole of an error that was cut; spec/text/artifacts.md#artifact-error-text. */
export const errorText: Rule = {
  id: "artifact/error-text",
  needs: ["trace", "artifacts"],
  check(ctx, report) {
    const beginnings: Beginning[] = [];
    const seen = new Set<string>();
    const check = (at: TraceLine): void => {
      const { error, errorArtifact: reference } = (at.event as NodeOutcome).payload;
      if (reference === undefined) return;
      const place = { ...placeOf(at), pointer: "/payload/errorArtifact" };
      if (error === null || !error.endsWith(ellipsis)) {
        report({
          ...place,
          message:
            error === null
              ? "errorArtifact is there, but no error"
              : "errorArtifact is there, but error was not cut",
          hint: `leave errorArtifact out unless error is cut; a cut one ends with ${ellipsis}`,
        });
        return;
      }
      // The last event of a run repeats the error of its last attempt.
      const key = JSON.stringify([reference.path, error.length]);
      if (seen.has(key) || ctx.manifest?.redacted === true) return;
      seen.add(key);
      // A text that was cut inside a character ends with its replacement.
      const text = error.slice(0, -ellipsis.length).replace(/\uFFFD+$/, "");
      const bytes = new TextEncoder().encode(text);
      const hasher = ctx.source.sha256();
      hasher.update(bytes);
      const excerpt = text.slice(0, 200);
      beginnings.push({ place, reference, bytes: bytes.length, sha256: hasher.hex(), excerpt });
    };
    return {
      on: { node_outcome: check, run_failed: check, run_timed_out: check },
      async end() {
        for (const { place, reference, bytes, sha256, excerpt } of beginnings) {
          const file = ctx.artifactFiles.get(reference.path);
          // A file that is gone or changed is a finding of its own.
          if (file === undefined || file.sha256 !== reference.sha256) continue;
          const isLonger = file.bytes > bytes;
          if (isLonger && (await digestOfStart(ctx, reference.path, bytes)) === (await sha256)) {
            continue;
          }
          report({
            ...place,
            message: isLonger
              ? "error is not the beginning of the text in errorArtifact"
              : "errorArtifact has no more than error",
            expected: `a text that begins with error, without the ${ellipsis}, and goes on`,
            actual: excerpt,
            related: [{ file: reference.path }],
            hint: `write the whole text into errorArtifact, and its beginning with ${ellipsis} into error`,
          });
        }
      },
    };
  },
};

async function digestOfStart(ctx: BundleContext, path: string, bytes: number): Promise<string> {
  const hasher = ctx.source.sha256();
  for await (const block of ctx.source.blocks(path, 0, bytes)) hasher.update(block);
  return hasher.hex();
}
