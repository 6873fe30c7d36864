import { realpathSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { artifactText, isObject } from "../../produce/evidence.ts";
import type { Evidence, Loose } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

/** The receipt of an action says what was carried out. */
export const receipts = producerCheck({
  name: "receipts",
  title: "gives each action the receipt of what was carried out",
  requirements: ["action-receipt", "action-receipt-shape", "action-type"],
  says: anyAttempt(({ action }) => action !== undefined),
  compare: (comparison) =>
    firstOf(comparison, async ({ expected: { action: wanted }, outcome, place }) => {
      if (wanted === undefined) return undefined;
      const { action } = outcome;
      if (!isObject(action)) {
        return { message: `${place} has no receipt`, expected: show(wanted) };
      }
      for (const [key, value] of Object.entries(wanted)) {
        const isDirectory = key === "cwd";
        const expected = isDirectory ? directory(comparison.input.folder, String(value)) : value;
        const found = key === "args" ? await argsOf(comparison.found, action) : action[key];
        if (isDeepStrictEqual(isDirectory ? real(String(found)) : found, expected)) continue;
        return {
          message: `${place} has a receipt with another ${key}`,
          expected: show(expected),
          found: show(found),
        };
      }
      return undefined;
    }),
});

function directory(folder: string, relative: string): string {
  return real(join(folder, "work", relative));
}

/** The same directory may have several paths. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

async function argsOf(evidence: Evidence, { args, argsArtifact }: Loose): Promise<unknown> {
  if (argsArtifact === undefined) return args;
  return JSON.parse((await artifactText(evidence, argsArtifact)) ?? "null") as unknown;
}
