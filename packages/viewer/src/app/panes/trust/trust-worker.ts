import { SourceError } from "@flow-bundle/bundle";
import { rules } from "@flow-bundle/schema";
import { validateBundle } from "@flow-bundle/validator";
import { openSource, type SourceDescriptor } from "../../source/descriptor.ts";
import type { TrustReply } from "./messages.ts";

/** Findings that are listed; all are counted. */
const maxFindings = 5000;
/** Least time between two reports of the progress. */
const progressMs = 60;

self.addEventListener("message", ({ data }: MessageEvent<SourceDescriptor>) => {
  check(data).catch((error: unknown) => {
    reply({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  });
});

async function check(descriptor: SourceDescriptor): Promise<void> {
  const source = await openSource(descriptor);
  let told = 0;
  const report = await validateBundle(source, {
    maxFindings,
    onProgress(done, total) {
      const now = performance.now();
      if (now - told < progressMs) return;
      told = now;
      reply({ type: "progress", done, total });
    },
  });
  let manifestDigest: string | undefined;
  try {
    const hasher = source.sha256();
    for await (const block of source.blocks("manifest.json")) hasher.update(block);
    manifestDigest = await hasher.hex();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  reply({ type: "done", report, manifestDigest, titles });
}

function reply(message: TrustReply): void {
  self.postMessage(message, { transfer: [] });
}
