import { join } from "node:path";
import { compile } from "json-schema-to-typescript";
import { merge, requiredKeys } from "./merge.ts";
import { mapSubschemas } from "./resources.ts";
import {
  type GeneratedFile,
  header,
  readEvents,
  readSchema,
  readSchemas,
  type Schema,
} from "./spec.ts";

/** Schemas and parts of schemas that get a type, by the name of the type. */
const named: Readonly<Record<string, string>> = {
  Manifest: "manifest",
  ManifestSession: "manifest#/properties/sessions/items",
  Seal: "seal",
  Flow: "flow",
  FlowNode: "flow#/$defs/node",
  FlowEdge: "flow#/$defs/edge",
  TraceEventEnvelope: "trace-event-envelope",
  ArtifactReference: "artifact-reference",
  ConversationRange: "conversation-range",
  RunProjection: "run-projection",
  NodeResult: "run-projection#/properties/results/additionalProperties",
  LiveProjection: "live-projection",
  Step: "step",
  SessionBinding: "session-binding",
  SessionRecord: "session-record",
  SessionEvent: "session-event",
  RunView: "view-model",
  AttemptView: "view-model#/$defs/attempt",
  ViewValue: "view-model#/$defs/value",
  Report: "report",
  BundleReport: "report#/$defs/bundle",
  Finding: "report#/$defs/finding",
};

/** Parts that repeat, for their own sake, what another schema describes. */
const same: Readonly<Record<string, string>> = {
  "event:session-bound#/properties/payload/properties/bindingArtifact": "ArtifactReference",
  "view-model#/$defs/artifactReference": "ArtifactReference",
  "view-model#/$defs/attempt/properties/conversation": "ConversationRange",
  "view-model#/$defs/attempt/properties/action": "ActionReceipt",
};

/** Types of every document and line of the format, of both versions at once. */
export async function generateTypes(spec: string): Promise<GeneratedFile[]> {
  const older = readSchemas(spec, "1.0");
  const newer = readSchemas(spec, "1.1");
  const events = readEvents(newer);
  const schemas = new Map(
    [...newer].map(([name, schema]) => [name, merge(schema, older.get(name))]),
  );
  for (const name of ["view-model", "report"])
    schemas.set(name, readSchema(join(spec, `${name}.schema.json`)));

  const typeAt = new Map<string, string>(Object.entries(same));
  for (const [type, place] of Object.entries(named)) typeAt.set(place, type);
  typeAt.set("action-receipt", "ActionReceipt");
  const $defs: Record<string, Schema> = {};
  for (const [type, place] of Object.entries(named)) $defs[type] = toType(place, schemas, typeAt);
  Object.assign($defs, receipts(toType("action-receipt", schemas, typeAt)));
  const envelope = schemas.get("trace-event-envelope") as Schema;
  for (const { name } of events) {
    const event = schemas.get(`event:${name}`) as Schema;
    schemas.set(`event:${name}`, withEnvelope(event, envelope));
    $defs[pascalCase(name)] = toType(`event:${name}`, schemas, typeAt);
  }
  $defs["TraceEvent"] = {
    description:
      "One event of the trace, of a type that the newest version knows. `type` tells which.",
    anyOf: events.map(({ name }) => ({ $ref: `#/$defs/${pascalCase(name)}` })),
  };
  return [
    {
      path: "packages/schema/src/generated/types.ts",
      text: `${header("spec/")}${await typeTexts($defs)}/** The type of an event that the newest version knows. */
export type EventType = TraceEvent["type"];
`,
    },
  ];
}

/** The types of some schemas, by the names of the types. */
export async function typeTexts($defs: Readonly<Record<string, Schema>>): Promise<string> {
  const text = await compile({ title: "Root", type: "object", $defs } as never, "Root", {
    additionalProperties: false,
    bannerComment: "",
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120 },
  });
  return text
    .replace(/export interface Root \{\}\n*/, "")
    .replaceAll(
      /\n \*\n \* This interface was referenced by `Root`'s JSON-Schema\n \* via the `definition` ".*"\./g,
      "",
    )
    .replaceAll(/\n\s*\*\n\s*\* Items: .*/g, "")
    .replaceAll(/\/\*\*\n\s*\* (.*)\n\s*\*\//g, "/** $1 */");
}

/** A named place as a schema that json-schema-to-typescript makes a pleasant type of. */
export function toType(
  place: string,
  schemas: ReadonlyMap<string, Schema>,
  typeAt: ReadonlyMap<string, string>,
): Schema {
  const [file = "", path = ""] = place.split("#/");
  let schema = schemas.get(file) as unknown;
  for (const step of path === "" ? [] : path.split("/"))
    schema = (schema as Record<string, unknown>)[step];
  if (schema === undefined) throw new Error(`there is no ${place}`);
  return clean(schema as Schema, place, file, typeAt, true);
}

function clean(
  schema: Schema,
  place: string,
  file: string,
  typeAt: ReadonlyMap<string, string>,
  top = false,
): Schema {
  const type = top
    ? undefined
    : (typeAt.get(place) ?? (schema.$ref && typeAt.get(refPlace(schema.$ref, file))));
  const description = schema.description === undefined ? {} : { description: schema.description };
  if (type !== undefined) {
    const extra = schema.properties?.["firstSeq"] === undefined ? "" : " & { firstSeq: number }";
    return { ...description, tsType: `${type}${extra}` };
  }
  if (schema.then?.$ref !== undefined) {
    return { ...description, tsType: `${typeAt.get(refPlace(schema.then.$ref, file))} | null` };
  }
  if (Object.keys(schema).every((keyword) => keyword === "description"))
    return { ...description, tsType: "unknown" };
  const result: Record<string, unknown> = {};
  const required = requiredKeys(schema);
  for (const [keyword, value] of Object.entries(schema)) {
    if (
      [
        "if",
        "then",
        "else",
        "not",
        "allOf",
        "$defs",
        "$id",
        "$schema",
        "title",
        "required",
      ].includes(keyword)
    )
      continue;
    if (keyword.startsWith("x-")) continue;
    if (keyword === "properties") {
      const kept = Object.entries(schema.properties ?? {}).filter(([, part]) => !isWrongName(part));
      result[keyword] = Object.fromEntries(
        kept.map(([key, part]) => [
          key,
          part.not ? never(part) : clean(part, join2(place, keyword, key), file, typeAt),
        ]),
      );
    } else if (keyword === "oneOf") {
      result["anyOf"] = (schema.oneOf ?? []).map((part) =>
        clean({ type: "object", ...part }, place, file, typeAt, true),
      );
    } else {
      result[keyword] = mapSubschemas(keyword, value, (part) =>
        clean(part, join2(place, keyword), file, typeAt),
      );
    }
  }
  if (required.length > 0) result["required"] = required;
  if (schema.const !== undefined || schema.enum !== undefined) delete result["type"];
  if (schema.oneOf) delete result["type"];
  if (
    schema.type === "object" &&
    !schema.properties &&
    !schema.oneOf &&
    schema.additionalProperties === undefined
  ) {
    result["additionalProperties"] = true;
  }
  return result as Schema;
}

function isWrongName(schema: Schema): boolean {
  return schema.not !== undefined && String(schema["x-rule"]).endsWith("/wrong-name");
}

function never(schema: Schema): Schema {
  return {
    ...(schema.description === undefined ? {} : { description: schema.description }),
    tsType: "never",
  };
}

function refPlace(ref: string, file: string): string {
  return ref.startsWith("#/")
    ? `${file}${ref}`
    : ref.replace(/^urn:flow-run-bundle:([0-9.]+|conformance):/, "");
}

function join2(place: string, ...steps: string[]): string {
  return `${place}${place.includes("#") ? "" : "#"}/${steps.join("/")}`;
}

/** An event with the keys of the envelope, its own descriptions first. */
function withEnvelope(event: Schema, envelope: Schema): Schema {
  const { $ref: _ref, ...own } = event;
  const properties: Record<string, Schema> = {};
  for (const [key, part] of Object.entries(envelope.properties ?? {}))
    properties[key] = event.properties?.[key] ?? part;
  return {
    type: "object",
    ...own,
    required: [...new Set([...requiredKeys(envelope), ...requiredKeys(event)])],
    properties,
    allOf: [],
  };
}

/** The two sorts of action receipt. */
function receipts(receipt: Schema): Record<string, Schema> {
  const { actionType: _type, ...shell } = receipt.properties ?? {};
  return {
    ShellActionReceipt: {
      description: "What a command did.",
      type: "object",
      required: ["actionType", ...Object.keys(shell).filter((key) => key !== "argsArtifact")],
      properties: { actionType: actionType("shell"), ...shell },
    },
    FunctionActionReceipt: {
      description: "What is known of a function: that it ran.",
      type: "object",
      required: ["actionType"],
      properties: { actionType: actionType("function") },
    },
    ActionReceipt: {
      description: receipt.description ?? "",
      anyOf: [{ $ref: "#/$defs/ShellActionReceipt" }, { $ref: "#/$defs/FunctionActionReceipt" }],
    },
  };
}

function actionType(value: string): Schema {
  return { description: "Whether a command or a function ran.", const: value };
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
