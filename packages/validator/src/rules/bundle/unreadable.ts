import type { Rule } from "../../engine/rule.ts";

const reasons: ReadonlyMap<string, string> = new Map([
  [
    "bad-path",
    "The name cannot be part of a path that every system understands, so the entry was not opened",
  ],
  ["unreadable", "The entry could not be read"],
]);

/** Everything in the bundle could be looked at; spec/text/layout.md#bundle-unreadable. */
export const unreadable: Rule = {
  id: "bundle/unreadable",
  needs: [],
  check(ctx, report) {
    for (const [file, { type }] of ctx.entries) {
      const message = reasons.get(type);
      if (message === undefined) continue;
      report({
        file,
        message,
        hint:
          type === "bad-path"
            ? "rename it, or remove it"
            : "check its permissions, and that nobody writes to the bundle",
      });
    }
  },
};
