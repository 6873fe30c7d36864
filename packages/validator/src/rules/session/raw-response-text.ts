import type { BundleContext } from "../../engine/context.ts";
import type { Rule } from "../../engine/rule.ts";
import type { ClaimedRange } from "../../engine/session-context.ts";
import { combine } from "../handlers.ts";
import { undisputed } from "./disputes.ts";
import { chunkText, isPrompt } from "./messages.ts";
import { placeOfClaim, RangeCursor } from "./ranges.ts";
import { disputedResponses } from "./receipt-mismatch.ts";
import { ResponseText } from "./response-text.ts";

/** The text of a turn, when its range was read to the end. */
interface Turn {
  readonly claim: ClaimedRange;
  /** Digest of the text that came; undefined when it is longer than the response. */
  readonly sha256: string | Promise<string> | undefined;
  readonly excerpt: string;
  /** Lines of the session/prompt and of the end of the range. */
  readonly from: number | undefined;
  readonly to: number;
}

/**
 * The raw response is the text of the agent_message_chunks after the prompt, trimmed;
 * spec/text/sessions.md#session-raw-response-text. Texts are compared by digest, so that no session is held in memory.
 */
export const rawResponseText: Rule = {
  id: "session/raw-response-text",
  needs: ["trace", "artifacts"],
  // Chunks are redacted one by one, the response as a whole.
  applies: (ctx) => ctx.manifest?.redacted !== true,
  check(ctx, report) {
    const claims = undisputed(ctx);
    const disputed = disputedResponses(ctx);
    return {
      on: combine(claims.on, disputed.on),
      session({ sessionId, directory, claimed }) {
        const cursor = new RangeCursor(claims.among(claimed));
        const turns: Turn[] = [];
        let current: ClaimedRange | undefined;
        let text: ResponseText | undefined;
        let from: number | undefined;
        return {
          line({ event, line }) {
            const claim = cursor.next(event);
            if (claim === undefined || disputed.has(claim.attemptId)) return;
            const response = responseOf(ctx, claim);
            if (response === undefined) return;
            if (claim !== current) {
              current = claim;
              text = undefined;
              from = undefined;
            }
            if (isPrompt(event)) {
              // What came before the prompt is history that the agent repeats.
              text = new ResponseText(response.bytes);
              from = line;
            } else {
              text?.add(chunkText(event) ?? "");
            }
            if (event.seq !== claim.range.eventEndSeq) return;
            // That an ok attempt has no prompt is session/range-end.
            if (text === undefined && claim.outcome === "ok") return;
            const { bytes, excerpt } = (text ?? new ResponseText(0)).end();
            const sha256 = bytes === undefined ? undefined : digestOf(ctx, bytes);
            if (sha256 !== response.sha256) turns.push({ claim, sha256, excerpt, from, to: line });
          },
          async end() {
            for (const { claim, sha256, excerpt, from: prompt, to } of turns) {
              const path = claim.rawResponsePath ?? "";
              if ((await sha256) === ctx.artifactFiles.get(path)?.sha256) continue;
              const file = `${directory}/events.ndjson`;
              report({
                ...placeOfClaim(claim, sessionId),
                pointer: "/payload/rawResponseArtifact",
                message: "The raw response is not the text that the agent sent in this turn",
                expected: excerpt,
                actual: (await ctx.artifactText(path)) ?? "(not text)",
                related: [
                  ...(prompt === undefined ? [] : [{ file, line: prompt, message: "from here" }]),
                  {
                    file,
                    line: to,
                    message: prompt === undefined ? "no prompt up to here" : "to here",
                  },
                  { file: path },
                ],
                hint: "join the texts of all agent_message_chunk updates between session/prompt and its response, in order, and trim the whole",
              });
            }
          },
        };
      },
    };
  },
};

/** The file of a raw response; undefined when it is gone, changed or too large to look at, which others tell. */
function responseOf(ctx: BundleContext, { rawResponsePath }: ClaimedRange) {
  if (rawResponsePath === undefined) return undefined;
  const file = ctx.artifactFiles.get(rawResponsePath);
  if (file === undefined || !rawResponsePath.includes(file.sha256)) return undefined;
  return file.bytes > ctx.limits.documentBytes ? undefined : file;
}

function digestOf(ctx: BundleContext, bytes: Uint8Array): string | Promise<string> {
  const hasher = ctx.source.sha256();
  hasher.update(bytes);
  return hasher.hex();
}
