import type { Rule } from "../../engine/rule.ts";

/** files is sorted by path, each once, without manifest and trace; spec/text/seal.md#seal-order. */
export const order: Rule = {
  id: "seal/order",
  needs: ["manifest"],
  check(ctx, report) {
    const files = ctx.manifest?.seal?.files ?? [];
    for (const [index, { path }] of files.entries()) {
      const place = { file: "manifest.json", pointer: `/seal/files/${index}/path`, actual: path };
      const previous = files[index - 1]?.path;
      if (path === "manifest.json" || path === "trace.ndjson") {
        report({
          ...place,
          message:
            path === "manifest.json"
              ? "The manifest cannot hold its own digest"
              : "The trace is sealed in seal.trace, not in seal.files",
        });
      } else if (previous !== undefined && previous >= path) {
        report({
          ...place,
          message:
            previous === path
              ? "The file is sealed twice"
              : "The sealed files are not sorted by path",
          expected: `a path after ${JSON.stringify(previous)}`,
          hint: "sort by UTF-16 code units",
        });
      }
    }
  },
};
