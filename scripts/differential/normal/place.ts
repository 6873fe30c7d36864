import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Observed } from "../observe/tools.ts";
import type { Artifact, Json, Members } from "./run.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");

/** Where a run took place: takes out of its texts what another place would have otherwise. */
export class Place {
  readonly #bundle: string;
  readonly #paths: readonly (readonly [string, string])[];
  readonly #sessions = new Map<string, string>();

  constructor({ folder }: Observed, bundle: string) {
    this.#bundle = bundle;
    this.#paths = [
      [join(folder, "work"), "<work>"],
      [folder, "<folder>"],
      [process.execPath, "<node>"],
      [root, "<root>"],
    ];
  }

  /** A session by its number. */
  session(id: string): string {
    let name = this.#sessions.get(id);
    if (name === undefined) {
      name = `session ${this.#sessions.size + 1}`;
      this.#sessions.set(id, name);
    }
    return name;
  }

  /** A value without paths of this place in its texts. */
  plain(value: Json): Json {
    if (typeof value === "string") return this.#text(value);
    if (Array.isArray(value)) return value.map((inner) => this.plain(inner));
    if (typeof value !== "object" || value === null) return value;
    const plain: Members = {};
    for (const [key, inner] of Object.entries(value)) {
      // Durations of commands stand in outputs too.
      const known = key === "durationMs" && typeof inner === "number";
      define(plain, this.#text(key), known ? "<ms>" : this.plain(inner));
    }
    return plain;
  }

  /** What an artifact holds. Large texts by size and digest. */
  artifact({ path, mediaType, truncated }: Members): Artifact {
    const bytes = readFileSync(join(this.#bundle, String(path)));
    const text = bytes.toString("utf8");
    const media = String(mediaType);
    if (media === "application/json") {
      try {
        return { mediaType: media, content: short(this.plain(JSON.parse(text) as Json)) };
      } catch {
        return { mediaType: "application/json that is none", content: this.plain(text) };
      }
    }
    const content = short(this.plain(text));
    return { mediaType: media, content, ...(truncated === true && { truncated }) };
  }

  #text(text: string): string {
    return this.#paths.reduce((left, [path, name]) => left.replaceAll(path, name), text);
  }
}

function short(value: Json): Json {
  const text = JSON.stringify(value);
  if (text.length <= 3000) return value;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return `<${text.length} characters, ${digest}>`;
}

function define(object: Members, key: string, value: Json): void {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
