import type { BundleContext } from "../../engine/context.ts";
import type { Handlers } from "../../engine/rule.ts";

/** Digests of the bindings of a bundle, and of what session_bound names. */
export interface BindingDigests extends Required<Pick<Handlers, "session">> {
  /** Of binding.json by session id, where it is there and good. */
  readonly digests: ReadonlyMap<string, string | Promise<string>>;
  /** Of the file that a bindingArtifact names; undefined when it is gone or bad, which others tell. */
  digestOf(path: string): Promise<string | undefined>;
}

/** Follows the bindings of a bundle; ask at its end. */
export function followBindings(ctx: BundleContext): BindingDigests {
  const digests = new Map<string, string | Promise<string>>();
  return {
    digests,
    session({ sessionId, binding, bindingBytes }) {
      if (binding === undefined || bindingBytes === undefined) return;
      const hasher = ctx.source.sha256();
      hasher.update(bindingBytes);
      digests.set(sessionId, hasher.hex());
    },
    async digestOf(path) {
      const sessionId = /^sessions\/([^/]+)\/binding\.json$/.exec(path)?.[1];
      if (sessionId !== undefined) return digests.get(sessionId);
      return ctx.artifactFiles.get(path)?.sha256;
    },
  };
}
