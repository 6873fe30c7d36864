import { printable } from "@flow-bundle/bundle";

/** Where something stands in a definition: keys and indices from the flow on. */
export type Place = readonly (string | number)[];

/** Something wrong in a definition: where, and what is expected and found there. */
export interface Mistake {
  readonly place: Place;
  readonly message: string;
}

const longestShown = 80;
const identifier = /^[A-Za-z_$][\w$]*$/;

/** Collects mistakes, so that one run of the check names them all. */
export class Mistakes {
  readonly #mistakes: Mistake[] = [];

  get none(): boolean {
    return this.#mistakes.length === 0;
  }

  add(place: Place, message: string): void {
    this.#mistakes.push({ place, message });
  }

  expected(place: Place, what: string, found: unknown): void {
    this.add(place, `expected ${what}; found ${describe(found)}`);
  }

  /** `<what> is not valid: <the mistake>`, or one line for each. */
  text(what: string): string {
    const lines = this.#mistakes.map(({ place, message }) =>
      place.length === 0 ? message : `${showPlace(place)}: ${message}`,
    );
    if (lines.length === 1) return `${what} is not valid: ${lines[0]}`;
    return `${what} is not valid:\n${lines.map((line) => `  ${line}`).join("\n")}`;
  }
}

/** A place as one would write it in the flow file: `nodes["a b"].timeoutMs`. */
export function showPlace(place: Place): string {
  let text = "";
  for (const step of place) {
    if (typeof step === "number") text += `[${step}]`;
    else if (identifier.test(step)) text += text === "" ? step : `.${cut(step)}`;
    else text += `[${quote(step)}]`;
  }
  return text;
}

/** A text in quotes, safe to print, cut when it is long. */
export function quote(text: string): string {
  return cut(JSON.stringify(text));
}

/** What a value is, in words. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "string":
      return quote(value);
    case "bigint":
      return `the bigint ${cut(String(value))}n`;
    case "symbol":
      return "a symbol";
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== "Object") return `a value of the type ${cut(tag)}`;
  return Object.keys(value).length === 0 ? "an empty object" : "an object";
}

function cut(text: string): string {
  return printable(text, { max: longestShown });
}
