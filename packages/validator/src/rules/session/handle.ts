import type { BundleContext } from "../../engine/context.ts";
import type { RelatedPlace } from "../../engine/finding.ts";
import type { Rule } from "../../engine/rule.ts";
import { collectBindings, usableBindings } from "../projection/compare/bindings.ts";

/** handle is the same in session_bound, the manifest and binding.json; spec/text/sessions.md#session-handle. */
export const handle: Rule = {
  id: "session/handle",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    return {
      ...collectBindings(ctx),
      async end() {
        const bindings = await usableBindings(ctx);
        const listed = entriesOf(ctx);
        for (const { sessionId, handle: bound, boundSeq } of ctx.fold.sessions) {
          const binding = `sessions/${sessionId}/binding.json`;
          const said: Said[] = [
            say("trace.ndjson", "/payload/handle", bound, boundSeq),
            ...(listed.get(sessionId) ?? []),
            say(binding, "/handle", bindings.get(sessionId)?.handle),
          ].filter(({ value }) => value !== undefined);
          const expected = rightOf(said);
          for (const { place, value } of said) {
            if (value === expected) continue;
            report({
              ...place,
              sessionId,
              message: `Session ${JSON.stringify(sessionId)} does not have the same handle everywhere`,
              expected,
              actual: value,
              related: said.filter((other) => other.value !== value).map((other) => other.place),
              hint: "a session has the handle that the flow uses: in session_bound, in the manifest and in binding.json",
            });
          }
        }
      },
    };
  },
};

/** What one place says the handle is. */
interface Said {
  readonly place: RelatedPlace;
  readonly value: string | undefined;
}

function say(file: string, pointer: string, value: string | undefined, line?: number): Said {
  return { place: { file, pointer, ...(line === undefined ? {} : { line }) }, value };
}

function entriesOf({ manifest }: BundleContext): ReadonlyMap<string, readonly Said[]> {
  return new Map(
    manifest?.sessions.map(({ id, handle: own }, index) => [
      id,
      [say("manifest.json", `/sessions/${index}/handle`, own)],
    ]),
  );
}

/** The handle that two of three agree on; else that of session_bound, which comes first. */
function rightOf(said: readonly Said[]): string | undefined {
  const [bound, ...others] = said.map(({ value }) => value);
  return others.length === 2 && others[0] === others[1] ? others[0] : bound;
}
