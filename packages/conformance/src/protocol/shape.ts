import { schemas, validators } from "../generated/validators.ts";

/** A schema in the table that comes with the compiled validators. */
export interface TableSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly oneOf?: readonly TableSchema[];
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** What a compiled validator says: JSON Pointer, schema, path in the schema, and the member where one is missing. */
export type RawProblem = readonly [pointer: string, schema: string, path: string, missing?: string];

/** A compiled validator; null when the value is right. */
export type RawCheck = (value: unknown) => readonly RawProblem[] | null;

/** A message of the suite that has a schema. */
export type MessageName = "request" | "answer" | "case" | "baseline" | "report";

/** What is wrong with the shape of a message, in words, one text for each place; empty when nothing is. */
export function shapeProblems(name: MessageName, value: unknown): readonly string[] {
  const problems = (validators[name] as RawCheck)(value) ?? [];
  // Alternatives say of themselves why they do not fit; that none fits says all that matters.
  const told = problems.filter(([, , path]) => !/\boneOf\/\d+\//.test(path));
  return [...new Set(told.map((problem) => inWords(problem)))];
}

function inWords([pointer, name, path, missing]: RawProblem): string {
  const place = pointer === "" ? "the value" : pointer;
  const steps = path.split("/");
  const keyword = steps.pop() ?? "";
  let schema = schemas[name] as TableSchema;
  for (const step of steps) schema = schema[step] as TableSchema;
  return `${place}: ${expectation(keyword, schema, missing)}`;
}

function expectation(keyword: string, schema: TableSchema, missing: string | undefined): string {
  switch (keyword) {
    case "required":
      return `the member ${JSON.stringify(missing)} is missing`;
    case "type":
      return `expected ${[schema.type].flat().join(" or ")}`;
    case "const":
      return `expected ${JSON.stringify(schema.const)}`;
    case "enum":
      return `expected one of ${(schema.enum ?? []).map((value) => JSON.stringify(value)).join(", ")}`;
    case "pattern":
      return `does not match ${schema.pattern}`;
    case "oneOf": {
      const names = (schema.oneOf ?? []).flatMap(({ required }) => required ?? []);
      return `expected exactly one of the members ${names.join(", ")}`;
    }
    case "minItems":
    case "minLength":
      return "is empty";
    case "minimum":
      return `expected at least ${schema.minimum}`;
    default:
      return `breaks ${keyword}`;
  }
}
