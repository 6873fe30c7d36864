import { join } from "node:path";
import { isDescription, resources } from "./resources.ts";
import { type GeneratedFile, header, readSchema, type Schema } from "./spec.ts";
import { toType, typeTexts } from "./types.ts";
import { ajvCode, identifier } from "./validators.ts";

/** Schemas of the conformance suite. */
const names = ["request", "answer", "case", "baseline", "report"];

/** Schemas and parts of schemas that get a type, by the name of the type. */
const named: Readonly<Record<string, string>> = {
  Request: "request",
  Behaviour: "request#/$defs/behaviour",
  RequestedAgent: "request#/$defs/agent",
  Answer: "answer",
  CaseDocument: "case",
  CaseStep: "case#/$defs/step",
  Expectation: "case#/$defs/expectation",
  ExpectedRun: "case#/$defs/run",
  ExpectedAttempt: "case#/$defs/attempt",
  BaselineDocument: "baseline",
  KnownFailure: "baseline#/properties/known/items",
  ConformanceReport: "report",
  CheckResult: "report#/$defs/checkResult",
  CaseCounts: "report#/properties/cases",
};

/** Types and compiled validators of the schemas in `spec/conformance`. */
export async function generateConformance(spec: string): Promise<GeneratedFile[]> {
  const schemas = new Map(
    names.map((name) => [name, readSchema(join(spec, "conformance", `${name}.schema.json`))]),
  );
  const folder = "packages/conformance/src/generated";
  return [
    { path: `${folder}/types.ts`, text: await types(schemas) },
    { path: `${folder}/validators.ts`, text: validators(schemas) },
  ];
}

async function types(schemas: ReadonlyMap<string, Schema>): Promise<string> {
  const typeAt = new Map(Object.entries(named).map(([type, place]) => [place, type]));
  typeAt.set(
    "report#/properties/byCapability/items/properties/cases",
    typeAt.get("report#/properties/cases") ?? "",
  );
  const $defs = Object.fromEntries(
    Object.entries(named).map(([type, place]) => {
      // Which members exclude each other is for the validator: a type of each alternative would be a riddle.
      const { oneOf: _oneOf, ...schema } = toType(place, schemas, typeAt) as Schema & {
        anyOf?: unknown;
      };
      delete schema.anyOf;
      return [type, { ...schema, type: "object" }];
    }),
  );
  return `${header("spec/conformance")}${await typeTexts($defs)}`;
}

function validators(schemas: ReadonlyMap<string, Schema>): string {
  // "case" alone could not be the name of a function.
  const renamed = new Map(
    Array.from(schemas, ([name, schema]) => [`message-${name}`, schema] as const),
  );
  const asserted = resources(renamed, (key) => !isDescription(key));
  const entries = names
    .map((name) => `  ${JSON.stringify(name)}: ${identifier(`message-${name}`)},\n`)
    .join("");
  return [
    header("spec/conformance"),
    "// @ts-nocheck\n",
    'import type { RawCheck, TableSchema } from "../protocol/shape.ts";\n',
    "const mostProblems = 20;\n",
    ajvCode(asserted),
    `\nexport const validators: { readonly [name: string]: RawCheck } = {\n${entries}};\n`,
    `export const schemas: { readonly [name: string]: TableSchema } = ${JSON.stringify(Object.fromEntries(asserted))};\n`,
  ].join("");
}
