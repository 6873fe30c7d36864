import type { Mistakes, Place } from "./mistakes.ts";

/** The properties of something in a definition, each read once. */
export type Properties = Record<string, unknown>;

/** Reads these properties, own and inherited ones: a node may be an instance of a class. Absent ones are left out. */
export function readProperties(
  value: object,
  names: readonly string[],
  place: Place,
  mistakes: Mistakes,
): Properties {
  return fromPairs(names, value, place, mistakes, (read) => read !== undefined);
}

/** Reads everything that an object has itself, in its order; no key is special, `__proto__` included. */
export function readOwn(value: object, place: Place, mistakes: Mistakes): Properties {
  return fromPairs(Object.keys(value), value, place, mistakes, () => true);
}

/** An object, and none that is a collection of another kind. */
export function isPlainEnough(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return !(Array.isArray(value) || value instanceof Map || value instanceof Set);
}

function fromPairs(
  names: readonly string[],
  value: object,
  place: Place,
  mistakes: Mistakes,
  keep: (read: unknown) => boolean,
): Properties {
  const properties = Object.create(null) as Properties;
  for (const name of names) {
    try {
      const read: unknown = (value as Properties)[name];
      if (keep(read)) properties[name] = read;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      mistakes.add([...place, name], `reading it failed: ${reason}`);
    }
  }
  return properties;
}
