/** An object of JSON whose members may be anything. */
export type Json = { readonly [key: string]: unknown };

const nothing: Json = Object.freeze({});

/** An own member of a value; undefined when the value is no object, or a list. */
export function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A member that is an object; an empty one when it is something else. */
export function objectAt(value: unknown, key: string): Json {
  const found = member(value, key);
  return isObject(found) ? found : nothing;
}

/** A member that is a text. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === "string" ? found : undefined;
}

/** A member that is a number. */
export function numberAt(value: unknown, key: string): number | undefined {
  const found = member(value, key);
  return typeof found === "number" ? found : undefined;
}

/** A member that is a list; undefined when it is something else. */
export function listIn(value: unknown, key: string): readonly unknown[] | undefined {
  const found = member(value, key);
  return Array.isArray(found) ? found : undefined;
}

/** A member that is a list; an empty one when it is something else. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  return listIn(value, key) ?? [];
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
