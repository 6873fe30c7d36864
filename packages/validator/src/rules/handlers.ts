import type { TraceHandlers } from "../engine/rule.ts";

/** Handlers that call those of several parts of a rule, one after the other. */
export function combine(...parts: readonly TraceHandlers[]): TraceHandlers {
  const types = new Set(parts.flatMap((part) => Object.keys(part)));
  return Object.fromEntries(
    [...types].map((type) => {
      const own = parts.flatMap((part) => part[type] ?? []);
      const [only] = own;
      if (only !== undefined && own.length === 1) return [type, only];
      return [
        type,
        (at) => {
          for (const handler of own) handler(at);
        },
      ];
    }),
  );
}
