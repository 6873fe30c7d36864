import type { SessionBinding } from "@flow-bundle/schema";
import { readArtifactJson, readArtifactText } from "../lookup/artifact.ts";
import type { Lookup, LookupOptions } from "../lookup/lookup.ts";
import { readSessionBinding } from "../lookup/session.ts";
import type { BundleSource } from "../source/source.ts";
import type { ContentReader } from "./prefetch.ts";

/**
 * Content for projections out of a bundle. What is missing, too large for `maxBytes`, not UTF-8 or not JSON counts as
 * not available. Bindings are not checked against their schema.
 */
export function sourceContent(source: BundleSource, options?: LookupOptions): ContentReader {
  return {
    text: async (reference) => valueOf(await readArtifactText(source, reference, options)),
    json: async (reference) => valueOf(await readArtifactJson(source, reference, options)),
    binding: async (sessionId) =>
      valueOf(await readSessionBinding(source, sessionId, options)) as SessionBinding | undefined,
  };
}

function valueOf<Value>(lookup: Lookup<Value>): Value | undefined {
  return lookup.ok ? lookup.value : undefined;
}
