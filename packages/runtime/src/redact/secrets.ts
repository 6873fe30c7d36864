import type { Redactor } from "./redactor.ts";
import { Search } from "./search.ts";
import type { Cover, Secret } from "./search.ts";

/** Shorter values are found everywhere, and protect nothing. */
const shortest = 8;
/** A cut text may end like a secret begins by chance. */
const shortestBeginning = 4;
const telling = /token|key|secret|passw|passphrase|credential|^ACPX_AUTH_/i;

/** What the names of variables begin with that hold credentials for agents. */
export const credentialPrefix = "ACPX_AUTH_";

/** Whether the name of a variable says that its value is a secret. */
export function namesSecret(name: string): boolean {
  return telling.test(name);
}

/** What stands in the place of a secret. */
export function mark(name: string): string {
  return `${redacted}${name}]`;
}

const redacted = "[REDACTED:";

/** Whether something was replaced in a text. */
export function isRedacted(text: string): boolean {
  return text.includes(redacted);
}

/**
 * A redactor for the secrets of an environment: the values, of at least 8 characters, of variables whose names have
 * `token`, `key`, `secret`, `passw`, `passphrase` or `credential` in them, in upper or lower case, or begin with
 * `ACPX_AUTH_`. Each is found as it is, without white space at its ends, and as it stands inside of JSON text, whatever its writer escapes. Of two variables with the same value, the one
 * whose name comes first gives its name.
 *
 * An empty environment turns redaction off; one without secrets still leaves those places that are always replaced.
 */
export function createRedactor(env: NodeJS.ProcessEnv): Redactor {
  const names = Object.keys(env).toSorted();
  const secrets = new Map<string, string>();
  for (const name of names.filter(namesSecret)) {
    const value = env[name] ?? "";
    if (value.trim().length < shortest) continue;
    for (const text of [value, value.trim()]) {
      for (const form of [text, escaped(text)]) {
        if (!secrets.has(form)) secrets.set(form, name);
      }
    }
  }
  const list = Array.from(secrets, ([text, name]) => ({ name, text }));
  return new SecretRedactor(list, names.length > 0);
}

class SecretRedactor implements Redactor {
  readonly isActive: boolean;
  readonly longest: number;
  hasRedacted = false;
  readonly #texts: Search;
  /** As they stand in JSON: tells at once whether a value has one. */
  readonly #json: Search;
  /** The same in UTF-8, each byte as one unit. */
  readonly #bytes: Search;

  constructor(secrets: readonly Secret[], isActive: boolean) {
    const sorted = secrets.toSorted((a, b) => b.text.length - a.text.length);
    this.isActive = isActive;
    this.longest = sorted[0]?.text.length ?? 0;
    this.#texts = new Search(sorted);
    this.#json = new Search(sorted.map(({ name, text }) => ({ name, text: escaped(text) })));
    const asBytes = sorted.map(({ name, text }) => ({ name, text: unitsOf(text) }));
    this.#bytes = new Search(asBytes, unitsOf);
  }

  text(value: string, isCut = false): string {
    if (this.longest === 0) return value;
    return this.#replaced(value, covers(this.#texts, value, isCut), mark);
  }

  bytes(value: Uint8Array, isCut = false): Uint8Array {
    if (this.longest === 0) return value;
    const { buffer, byteOffset, byteLength } = value;
    const units = Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
    const found = covers(this.#bytes, units, isCut);
    if (found.length === 0) return value;
    const text = this.#replaced(units, found, (name) => unitsOf(mark(name)));
    return Buffer.from(text, "latin1");
  }

  value<T>(value: T): T {
    if (this.longest === 0) return value;
    if (typeof value === "string") return this.text(value) as T;
    const json = jsonOf(value);
    // A backslash in a string may begin an escape there.
    if (json === undefined || !(this.#json.finds(json) || json.includes("\\\\"))) return value;
    const before = this.hasRedacted;
    this.hasRedacted = false;
    // A copy as readers will get it: no getters, no classes, no cycles.
    const copy = this.#redactIn(JSON.parse(json) as unknown);
    const hasChanged = this.hasRedacted;
    this.hasRedacted ||= before;
    return hasChanged ? (copy as T) : value;
  }

  pieces(texts: readonly string[]): string[] {
    const found = this.#texts.covers(texts.join(""));
    if (found.length > 0) this.hasRedacted = true;
    let from = 0;
    return texts.map((text) => {
      const until = from + text.length;
      let piece = "";
      let at = from;
      for (const { start, end, name } of found) {
        if (end <= from || start >= until) continue;
        if (start >= from) piece += text.slice(at - from, start - from) + mark(name);
        at = Math.min(end, until);
      }
      piece += text.slice(at - from);
      from = until;
      return piece;
    });
  }

  settled(texts: readonly string[]): number {
    if (this.longest === 0) return texts.length;
    const whole = texts.join("");
    const found = this.#texts.covers(whole);
    const open = this.#texts.openEnd(whole)?.start ?? whole.length;
    let settled = 0;
    let end = 0;
    for (const [index, text] of texts.entries()) {
      end += text.length;
      if (end > open) break;
      if (!found.some((cover) => cover.start < end && cover.end > end)) settled = index + 1;
    }
    return settled;
  }

  #replaced(text: string, found: readonly Cover[], markOf: (name: string) => string): string {
    if (found.length === 0) return text;
    this.hasRedacted = true;
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, name } of found) {
      parts.push(text.slice(at, start), markOf(name));
      at = end;
    }
    return parts.join("") + text.slice(at);
  }

  /** Redacts the strings of a value that came from JSON, in place. */
  #redactIn(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (typeof value !== "object" || value === null) return value;
    for (const [key, member] of Object.entries(value)) {
      const redacted = this.#redactIn(member);
      if (redacted !== member) Object.defineProperty(value, key, { value: redacted });
    }
    return value;
  }
}

function covers(search: Search, text: string, isCut: boolean): Cover[] {
  const found = search.covers(text);
  if (!isCut) return found;
  const open = search.openEnd(text);
  if (open === undefined || open.name === "" || text.length - open.start < shortestBeginning) {
    return found;
  }
  const end = text.length;
  const before = found.filter((cover) => cover.end <= open.start);
  const start = Math.min(open.start, found[before.length]?.start ?? end);
  return [...before, { start, end, name: open.name }];
}

/** A text as it stands inside of JSON. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** JSON of a value; undefined when there is none. Who writes it will say so. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** UTF-8 with one unit for each byte. */
function unitsOf(text: string): string {
  return Buffer.from(text).toString("latin1");
}
