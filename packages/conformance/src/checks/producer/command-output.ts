import { artifactBytes, isObject } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

const streams = ["stdout", "stderr"] as const;

/** What commands wrote is kept, byte by byte. */
export const commandOutput = producerCheck({
  name: "command-output",
  title: "keeps what commands wrote, byte by byte",
  requirements: ["action-output-bytes", "action-receipt"],
  says: anyAttempt(({ stdout, stderr }) => stdout !== undefined || stderr !== undefined),
  compare: (comparison) =>
    firstOf(comparison, async ({ expected, outcome, place }) => {
      for (const stream of streams) {
        const wanted = expected[stream];
        if (wanted === undefined) continue;
        const reference = outcome[`${stream}Artifact`];
        const bytes = await artifactBytes(comparison.found, reference);
        const right =
          typeof wanted === "string" ? Buffer.from(wanted) : Buffer.from(wanted.base64, "base64");
        if (bytes === undefined) {
          return { message: `${place} has no ${stream}`, expected: shown(right) };
        }
        if (!right.equals(bytes)) {
          return {
            message: `${place} has another ${stream}`,
            expected: shown(right),
            found: shown(Buffer.from(bytes)),
          };
        }
        const isCut = isObject(reference) && reference["truncated"] === true;
        if (isCut !== (expected.truncated?.includes(stream) ?? false)) {
          return {
            message: `${place} ${isCut ? "says" : "does not say"} that its ${stream} was cut`,
            expected: `truncated: ${!isCut}`,
            found: `truncated: ${isCut}`,
          };
        }
      }
      return undefined;
    }),
});

function shown(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  const isText = Buffer.from(text).equals(bytes);
  const start = isText ? show(text) : bytes.subarray(0, 100).toString("hex");
  return `${bytes.length} bytes: ${start}`;
}
