import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** A file of the page. */
export interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
}

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".woff2", "font/woff2"],
  [".txt", "text/plain; charset=utf-8"],
]);

/** Reads the built page into memory: request path → file. `/` is the page itself. */
export function loadStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = types.get(extname(entry.name)) ?? "application/octet-stream";
    const name = path.slice(folder.length).replaceAll("\\", "/").replace(/^\/*/, "/");
    files.set(name, { bytes: readFileSync(path), type });
  }
  const page = files.get("/index.html");
  if (page !== undefined) files.set("/", page);
  return files;
}
