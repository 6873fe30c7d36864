import { listFiles } from "../../lib/files.ts";
import type { OwnKey } from "./key.ts";
import { parseFile, propertyName, walk } from "./syntax.ts";

/** Types of the session record, whose keys are not ours. */
const foreign = /^SessionRecord/;

/** Properties of the generated types. `place` is the line, with the name of the type. */
export function typeKeys(root: string): OwnKey[] {
  const keys: OwnKey[] = [];
  for (const file of listFiles(root, "packages/schema/src/generated", "**/*.ts")) {
    const { program, line } = parseFile(root, file);
    let type = "";
    walk(program, (node) => {
      if (node.type === "TSInterfaceDeclaration" || node.type === "TSTypeAliasDeclaration") {
        type = String((node["id"] as { name?: unknown }).name);
        if (foreign.test(type)) return false;
      }
      if (node.type !== "TSPropertySignature" || isNever(node["typeAnnotation"])) return true;
      const key = propertyName(node, "key");
      if (key === undefined) return true;
      keys.push({ key, file, place: `line ${line(node.start)}, type ${type}` });
      return true;
    });
  }
  return keys;
}

/** A property of type `never` is declared to be wrong. */
function isNever(annotation: unknown): boolean {
  const inner = (annotation as { typeAnnotation?: { type?: unknown } } | null)?.typeAnnotation;
  return inner?.type === "TSNeverKeyword";
}
