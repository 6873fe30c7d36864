import { basename } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { listFiles, listVersions, readJson } from "../../lib/files.ts";
import type { CodeBlock } from "../../lib/markdown.ts";
import type { Problem, SyncCheck } from "../../lib/problem.ts";
import { texts } from "../texts.ts";

/**
 * JSON in the texts is what it is said to be. A comment before a `json` or `ndjson` block names the schema and the
 * version: `<!-- example: trace-event 1.1 -->`; with `invalid` after it, the schema must refuse it. `none` stands for a
 * part of a document, `other` for JSON that is not ours. In the normative text every such block needs the comment.
 */
export const examples: SyncCheck = {
  name: "examples",
  claim: "JSON examples satisfy their schemas",
  run(root) {
    const schemas = loadSchemas(root);
    return texts(root).flatMap(({ file, markdown }) =>
      markdown.blocks
        .filter(({ language }) => language === "json" || language === "ndjson")
        .flatMap((block): Problem[] => {
          const wrong = checkBlock(block, schemas, file.startsWith("spec/text/"));
          return wrong.map((message) => ({
            file,
            place: `line ${block.line}`,
            message,
            remedy: "Mend the example, or the comment before it that says what it is.",
          }));
        }),
    );
  },
};

/** Compiled schemas by `NAME VERSION`; those without a version by `NAME`. */
type Schemas = ReadonlyMap<string, ValidateFunction>;

function loadSchemas(root: string): Schemas {
  const schemas = new Map<string, ValidateFunction>();
  for (const version of ["", ...listVersions(root)]) {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    const folder = version === "" ? "spec" : `spec/${version}`;
    const files = listFiles(root, folder, "**/*.schema.json").filter(
      (file) =>
        basename(file) !== "bundled.schema.json" && (version !== "" || /^spec\/[^/]+$/.test(file)),
    );
    const ids = files.map((file) => {
      const schema = readJson(root, file) as { $id: string };
      ajv.addSchema(schema);
      return schema.$id;
    });
    files.forEach((file, index) => {
      const name = basename(file, ".schema.json");
      const validate = ajv.getSchema(ids[index] ?? "");
      if (validate)
        schemas.set(version === "" ? name : `${name} ${version}`, validate as ValidateFunction);
    });
  }
  return schemas;
}

function checkBlock(block: CodeBlock, schemas: Schemas, mustBeNamed: boolean): string[] {
  const said = /^example:\s*(.*)$/.exec(block.comment ?? "")?.[1];
  if (said === undefined) return mustBeNamed ? ["no comment says what this example is"] : [];
  const [name = "", ...words] = said.split(/\s+/);
  if (name === "none" || name === "other") return [];
  const version = words.find((word) => /^\d/.test(word));
  const validate = schemas.get(version === undefined ? name : `${name} ${version}`);
  if (validate === undefined) return [`there is no schema for "${said}"`];
  const documents = block.language === "ndjson" ? block.text.split("\n") : [block.text];
  return documents.flatMap((document, index) => {
    const where = documents.length > 1 ? `line ${index + 1} of the example: ` : "";
    const wrong = checkDocument(document, validate);
    if (words.includes("invalid"))
      return wrong === undefined ? [`${where}the schema does not refuse it`] : [];
    return wrong === undefined ? [] : [where + wrong];
  });
}

function checkDocument(text: string, validate: ValidateFunction): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `not JSON: ${String(error)}`;
  }
  if (validate(value)) return undefined;
  return (validate.errors ?? [])
    .map(({ instancePath, message }) => `${instancePath || "the whole"} ${message ?? ""}`)
    .join("; ");
}
