import type { TableSchema } from "./table.ts";

/** Cuts a text in messages. */
const longest = 80;

/** How a message names the value at a pointer: its key, its place in a list, or the whole. */
export function nameOf(pointer: string): string {
  if (pointer === "") return "the value";
  const steps = pointer.split("/").slice(1).map(unescape);
  const last = steps.at(-1) ?? "";
  if (!/^\d+$/.test(last)) return `\`${last}\``;
  const list = steps.at(-2);
  return list === undefined
    ? `item ${Number(last) + 1}`
    : `item ${Number(last) + 1} of \`${list}\``;
}

/** One step of a JSON Pointer as the key that it stands for. */
export function unescape(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** A found value in words: short ones as JSON, others by their type. */
export function describe(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value);
  }
  if (Array.isArray(value))
    return value.length === 0 ? "an empty array" : `an array of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

/** What a constraint asks for, in words that follow "must be" — or undefined for keywords that need other sentences. */
export function expectation(
  schema: TableSchema,
  keyword: string,
): { readonly text: string; readonly value: unknown } | undefined {
  const words = schema["x-expected"];
  switch (keyword) {
    case "type": {
      const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
      const text = types.map((type) => typeNames[type] ?? type).join(" or ");
      return {
        text: types[0] === "null" && types.length === 1 && words !== undefined ? words : text,
        value: text,
      };
    }
    case "const":
      return { text: words ?? JSON.stringify(schema.const), value: schema.const };
    case "enum": {
      const values = schema.enum ?? [];
      return { text: words ?? oneOf(values.map((value) => JSON.stringify(value))), value: values };
    }
    case "pattern":
      return { text: words ?? "a text of another form", value: words };
    case "minLength":
      return { text: words ?? "a text that is not empty", value: "a text that is not empty" };
    case "minimum":
      return { text: words ?? `at least ${schema.minimum}`, value: `at least ${schema.minimum}` };
    default:
      return undefined;
  }
}

/** "a", "a or b", "a, b or c". */
export function oneOf(items: readonly string[]): string {
  return items.length < 2
    ? (items[0] ?? "")
    : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

const typeNames: { readonly [type: string]: string } = {
  object: "an object",
  array: "an array",
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "a boolean",
  null: "null",
};
