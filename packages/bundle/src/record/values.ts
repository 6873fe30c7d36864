import { isPlain } from "../projection/limit.ts";

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

/** A member that is a list; an empty one when it is something else. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = member(value, key);
  return Array.isArray(found) ? found : [];
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text as it is, anything else as JSON; empty when it is nested too deeply for that. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

/** A value as records have it: one that is nested too deep, or has numbers that not every reader can hold, as its JSON. */
export function recordable(value: unknown): unknown {
  return isPlain(value) ? value : textOf(value);
}

/** A text that grows by pieces; they are joined when it is read. */
export class GrowingText {
  #pieces: string[];

  constructor(first: string) {
    this.#pieces = [first];
  }

  add(piece: string): void {
    this.#pieces.push(piece);
  }

  toString(): string {
    if (this.#pieces.length > 1) this.#pieces = [this.#pieces.join("")];
    return this.#pieces[0] ?? "";
  }
}
