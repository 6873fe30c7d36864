import type { Rule } from "../../engine/rule.ts";
import { intactArtifacts } from "./contents.ts";

/** text/plain artifacts are UTF-8; spec/text/artifacts.md#artifact-text-content. */
export const textContent: Rule = {
  id: "artifact/text-content",
  needs: ["trace", "artifacts"],
  check(ctx, report) {
    return {
      async end() {
        for (const { reference, line, pointer } of intactArtifacts(ctx, "text/plain")) {
          if (await isUtf8(ctx.source.blocks(reference.path))) continue;
          report({
            file: reference.path,
            message: "The artifact says text/plain, but is not valid UTF-8",
            related: [{ file: "trace.ndjson", line, pointer }],
            hint: "write bytes that are no text as application/octet-stream",
          });
        }
      },
    };
  },
};

async function isUtf8(blocks: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const block of blocks) decoder.decode(block, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
