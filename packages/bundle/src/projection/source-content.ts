import type { SessionBinding } from "@flow-bundle/schema";
import { readArtifactJson, readArtifactText } from "../lookup/artifact.ts";
import type { Lookup, LookupOptions } from "../lookup/lookup.ts";
import { readSessionBinding, sessionPaths } from "../lookup/session.ts";
import { SourceError } from "../source/source.ts";
import type { BundleSource } from "../source/source.ts";
import type { ContentReader } from "./prefetch.ts";

/**
 * Content for projections out of a bundle. What is missing, too large for `maxBytes`, not UTF-8 or not JSON counts as
 * not available. Bindings are not checked against their schema.
 *
 * @throws {SourceError} `unreadable` or `changed`, from the functions: what is there and cannot be read now.
 */
export function sourceContent(source: BundleSource, options?: LookupOptions): ContentReader {
  return {
    text: async ({ path }) => valueOf(path, await readArtifactText(source, { path }, options)),
    json: async ({ path }) => valueOf(path, await readArtifactJson(source, { path }, options)),
    binding: async (sessionId) => {
      const { binding } = sessionPaths(sessionId);
      const found = await readSessionBinding(source, sessionId, options);
      return valueOf(binding, found) as SessionBinding | undefined;
    },
  };
}

function valueOf<Value>(path: string, lookup: Lookup<Value>): Value | undefined {
  if (lookup.ok) return lookup.value;
  const { code, message } = lookup;
  // Left out because of a fault that passes, it would be missing in the projections for ever.
  if (code === "unreadable" || code === "changed") throw new SourceError(code, path, message);
  return undefined;
}
