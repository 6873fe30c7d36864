import { matchesGlob } from "node:path";
import { listFiles } from "../../lib/files.ts";
import settings from "../terms.json" with { type: "json" };
import type { OwnKey } from "./key.ts";
import { parseFile, propertyName, walk, type SyntaxNode } from "./syntax.ts";

/**
 * The keys that our code writes into documents: those of object literals, and those assigned to, in the files that
 * build documents (`persisting` in terms.json; the session record and ACP messages are built elsewhere). Below a key whose value is somebody else's (`opaque` there) nothing is
 * looked at. `place` is the line.
 */
export function codeKeys(root: string): OwnKey[] {
  const keys: OwnKey[] = [];
  const { files, except, opaque } = settings.persisting;
  const candidates = ["packages", "scripts"].flatMap((folder) =>
    listFiles(root, folder, "**/*.ts"),
  );
  for (const file of candidates) {
    if (!matches(file, files) || matches(file, except)) continue;
    const { program, line } = parseFile(root, file);
    walk(program, (node) => {
      if (node.type === "ObjectPattern") return false;
      const key = writtenKey(node);
      if (key === undefined) return true;
      keys.push({ key, file, place: `line ${line(node.start)}` });
      return !opaque.includes(key);
    });
  }
  return keys;
}

function matches(file: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(file, pattern));
}

/** The key that a node writes: `{ key: … }`, `value.key = …`. */
function writtenKey(node: SyntaxNode): string | undefined {
  if (node.type === "Property") return propertyName(node, "key");
  if (node.type !== "AssignmentExpression") return undefined;
  const target = node["left"] as SyntaxNode;
  if (target.type !== "MemberExpression") return undefined;
  const key = target["property"] as SyntaxNode;
  if (target["computed"] === true) {
    return key.type === "Literal" && typeof key["value"] === "string" ? key["value"] : undefined;
  }
  return propertyName(target, "property");
}
