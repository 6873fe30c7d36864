import type { Rule } from "../../engine/rule.ts";
import type { ClaimedRange } from "../../engine/session-context.ts";
import { chunkText, RangeCursor } from "./ranges.ts";

/**
 * The raw response is the text of the range's agent_message_chunks, trimmed; spec/text/sessions.md#session-raw-response-text.
 * Texts are compared by digest, so that a long session is not held in memory.
 */
export const rawResponseText: Rule = {
  id: "session/raw-response-text",
  needs: ["trace", "artifacts"],
  // Chunks are redacted one by one, the response as a whole.
  applies: (ctx) => ctx.manifest?.redacted !== true,
  check(ctx, report) {
    return {
      session({ sessionId, directory, claimed }) {
        const cursor = new RangeCursor(claimed.filter((claim) => claim.rawResponsePath !== undefined));
        const digests: { readonly claim: ClaimedRange; readonly line: number; readonly sha256: string | Promise<string> }[] = [];
        let text = "";
        return {
          line({ event, line }) {
            const claim = cursor.at(event.seq);
            if (claim === undefined) return;
            if (event.seq === claim.range.eventStartSeq) text = "";
            text += chunkText(event) ?? "";
            if (event.seq !== claim.range.eventEndSeq) return;
            const hasher = ctx.source.sha256();
            hasher.update(new TextEncoder().encode(text.trim()));
            digests.push({ claim, line, sha256: hasher.hex() });
          },
          async end() {
            for (const { claim, line, sha256 } of digests) {
              const actual = ctx.artifactFiles.get(claim.rawResponsePath ?? "");
              // A file that is gone or changed is a finding of its own.
              if (actual === undefined || !claim.rawResponsePath?.includes(actual.sha256)) continue;
              if (actual.sha256 === (await sha256)) continue;
              report({
                file: "trace.ndjson",
                line: claim.line,
                seq: claim.seq,
                attemptId: claim.attemptId,
                nodeId: claim.nodeId,
                sessionId,
                pointer: "/payload/rawResponseArtifact",
                message: "The raw response is not the text that the agent sent in this range",
                expected: `sha256 ${await sha256} of the agent_message_chunk texts, trimmed`,
                actual: `sha256 ${actual.sha256}`,
                related: [{ file: `${directory}/events.ndjson`, line, message: "the end of the range" }],
              });
            }
          },
        };
      },
    };
  },
};
