import type { SessionState } from "@flow-bundle/bundle";
import type { SessionBinding } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import type { Handlers } from "../../../engine/rule.ts";
import { perBundle } from "./per-bundle.ts";

interface Collected {
  readonly binding: SessionBinding;
  readonly sha256: string | Promise<string>;
}

const collected = perBundle(() => new Map<string, Collected>());

/** What a rule that looks at bindings adds to its handlers: remembers the binding.json of each session. */
export function collectBindings(ctx: BundleContext): Required<Pick<Handlers, "session">> {
  return {
    session({ sessionId, binding, bindingBytes }) {
      const known = collected(ctx);
      if (binding === undefined || bindingBytes === undefined || known.has(sessionId)) return;
      const hasher = ctx.source.sha256();
      hasher.update(bindingBytes);
      known.set(sessionId, { binding, sha256: hasher.hex() });
    },
  };
}

/**
 * The bindings by session id that projections can be compared with; at the end. In 1.1 one that is not what
 * session_bound refers to is left out: the rules of sessions tell that, and the projections may well be right.
 */
export const usableBindings = perBundle(
  async (ctx): Promise<ReadonlyMap<string, SessionBinding>> => {
    const usable = new Map<string, SessionBinding>();
    for (const [sessionId, { binding, sha256 }] of collected(ctx)) {
      const session = ctx.fold.session(sessionId);
      if (session === undefined || ctx.version === "1.0" || isReferredTo(session, await sha256)) {
        usable.set(sessionId, binding);
      }
    }
    return usable;
  },
);

function isReferredTo({ bindingArtifact }: SessionState, sha256: string): boolean {
  return bindingArtifact.sha256 === sha256;
}
