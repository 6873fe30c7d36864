import { readFileSync, readdirSync, rmSync, writeFileSync, renameSync, cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRepository } from "./viewer.ts";

/** Everything that would show in a page that takes a text for more than a text. */
export const payload = `"><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)><iframe srcdoc="<script>alert(4)</script>"></iframe>[a](javascript:alert(5)) ![b](https://example.invalid/b.png) <a href="javascript:alert(6)">c</a><style>@import "https://example.invalid/c.css"</style><base href="https://example.invalid/">\u202e\u0007`;

/** What is left as it is; see {@link levels}. `within` is the name of the object or list around it. */
type Keeps = (key: string, within: string) => boolean;

const dispatch =
  "schema specVersion type scope status outcome nodeType actionType sessionUpdate jsonrpc method direction kind";
const formats = "mediaType mimeType data sha256 role stopReason";
const times = /^(at|.*At|.*_at)$/;
const places = /^(path|.*Path|.*Dir)$|^paths$/;
/** Where the files of a session lie follows from its id. */
const isSession: Keeps = (key, within) =>
  key === "sessionId" || (key === "id" && within === "sessions");
const inList = (list: string, key: string): boolean => list.split(" ").includes(key);

/**
 * How much of a bundle is poisoned. `texts`: every text but what decides how the bundle is read: most ids and keys too,
 * each the same everywhere, so that what belongs together still does. `words`: also what an event, an update or a block says
 * that it is. `everything`: also times, digests and paths; only `schema` stays.
 */
export const levels = {
  texts: (key, within) =>
    inList(`${dispatch} ${formats}`, key) ||
    times.test(key) ||
    places.test(key) ||
    isSession(key, within),
  words: (key, within) =>
    inList("schema specVersion status", key) ||
    times.test(key) ||
    places.test(key) ||
    isSession(key, within),
  everything: (key) => key === "schema",
} as const satisfies Readonly<Record<string, Keeps>>;

/** Objects whose members are named by ids or by people. */
const namedByPeople = new Set(["nodes", "outputs", "results", "cases", "sessionBindings", "env"]);

function poison(value: unknown, keeps: Keeps, key = "", within = ""): unknown {
  if (typeof value === "string") return keeps(key, within) ? value : value + payload;
  if (Array.isArray(value)) return value.map((item) => poison(item, keeps, key, within));
  if (typeof value !== "object" || value === null) return value;
  // Paths are a map of its own: all that is in it is a path.
  const isKept = key === "paths" && keeps("paths", "");
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      namedByPeople.has(key) ? name + payload : name,
      poison(field, isKept ? () => true : keeps, name, key),
    ]),
  );
}

/** Copies a bundle, with the payload in its texts. Artifacts become pages of HTML. */
export function poisonBundle(from: string, to: string, level: keyof typeof levels): void {
  const keeps = levels[level];
  cpSync(inRepository(from), to, { recursive: true });
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, "utf8");
    if (file.endsWith(".ndjson")) {
      const lines = text.split("\n").filter((line) => line !== "");
      const poisoned = lines.map((line) => JSON.stringify(poison(JSON.parse(line), keeps)));
      writeFileSync(file, `${poisoned.join("\n")}\n`);
    } else if (file.endsWith(".json"))
      writeFileSync(file, JSON.stringify(poison(JSON.parse(text), keeps)));
    else writeFileSync(file, `<html><body onload=alert(7)>${text}${payload}</body></html>`);
  }
}

/** A name for a file, as bad as one can be that has no slash. */
export const hostileName = `"><img src=x onerror=alert(8)><script>alert(9)<script>.html`;

/** Gives an artifact, a session and the bundle itself names that are hostile, and adds a file that is. */
export function poisonNames(bundle: string): string {
  const [artifact = ""] = readdirSync(join(bundle, "artifacts"));
  writeFileSync(join(bundle, "artifacts", hostileName), `<script>alert(10)</script>`);
  writeFileSync(join(bundle, hostileName), `<script>alert(11)</script>`);
  const session = readdirSync(join(bundle, "sessions"))[0];
  const replace = (file: string, old: string, name: string): void => {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll(old, JSON.stringify(name).slice(1, -1)));
  };
  renameSync(join(bundle, "artifacts", artifact), join(bundle, "artifacts", `x${hostileName}`));
  replace(join(bundle, "trace.ndjson"), artifact, `x${hostileName}`);
  if (session !== undefined) {
    cpSync(join(bundle, "sessions", session), join(bundle, "sessions", hostileName), {
      recursive: true,
    });
    rmSync(join(bundle, "sessions", session), { recursive: true });
    replace(join(bundle, "manifest.json"), `sessions/${session}`, `sessions/${hostileName}`);
  }
  const named = join(dirname(bundle), hostileName);
  renameSync(bundle, named);
  return named;
}
