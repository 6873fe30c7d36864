import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { apiPaths } from "../protocol/api.ts";
import { Catalogue, type ServedFile } from "./catalogue.ts";
import { Guard } from "./guard.ts";
import { commonHeaders } from "./headers.ts";
import { serveLive } from "./live/serve-live.ts";
import { parseRange } from "./range.ts";
import { loadStaticFiles, type StaticFile } from "./static-files.ts";

/** What to serve, and where. */
export interface ServeOptions {
  /** Bundles, and folders of bundles. */
  readonly paths: readonly string[];
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Folder of the built page; default: that of this package. */
  readonly app?: string;
  /** Milliseconds between two looks at a run that is followed; default 250. */
  readonly pollMs?: number;
}

/** A server that runs. */
export interface RunningServer {
  /** Address of the page, with a slash at the end. */
  readonly url: string;
  readonly catalogue: Catalogue;
  close(): Promise<void>;
}

const notFound = Buffer.from('{"error":"There is nothing here, or it may not be seen"}\n');

/**
 * Serves the page and some bundles on the loopback interface. It answers GET and HEAD alone, to pages of its own and to
 * programs that name it, with files that it looks up by id; everything else is the same 404.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const app = options.app ?? fileURLToPath(new URL("../app", import.meta.url));
  const files = loadStaticFiles(app);
  const catalogue = new Catalogue(options.paths);
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000 });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const guard = new Guard(port);
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, { guard, files, catalogue }).catch(() => response.destroy());
  });
  const closeLive = serveLive(server, guard, catalogue, options.pollMs ?? 250);
  return {
    url: `http://127.0.0.1:${port}/`,
    catalogue,
    close() {
      closeLive();
      server.closeAllConnections();
      return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      });
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

interface Served {
  readonly guard: Guard;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly catalogue: Catalogue;
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served) {
  // A body is of no use here, and must not be taken for the next request.
  if (request.headers["content-length"] !== undefined || request.headers["transfer-encoding"]) {
    response.shouldKeepAlive = false;
  }
  if (!served.guard.allows(request)) return refuse(response);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { ...commonHeaders, allow: "GET, HEAD", "content-length": 0 });
    response.end();
    return undefined;
  }
  // The path is compared as it is: nothing is decoded, and nothing is looked up on a disk.
  const [path = ""] = (request.url ?? "").split("?", 1);
  const file = served.files.get(path);
  if (file !== undefined) return send(request, response, file.bytes, file.type);
  if (path === `/${apiPaths.runs}`) {
    return sendJson(request, response, await served.catalogue.list());
  }
  const runId = idAfter(path, apiPaths.run);
  if (runId !== undefined) {
    const run = await served.catalogue.files(runId);
    return run === undefined ? refuse(response) : sendJson(request, response, run);
  }
  const fileId = idAfter(path, apiPaths.file);
  const found = fileId === undefined ? undefined : served.catalogue.file(fileId);
  return found === undefined ? refuse(response) : sendFile(request, response, found);
}

function idAfter(path: string, prefix: string): string | undefined {
  const id = path.startsWith(`/${prefix}`) ? path.slice(prefix.length + 1) : "";
  return /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, {
    ...commonHeaders,
    "content-type": "application/json",
    "content-length": notFound.length,
  });
  response.end(notFound);
}

function sendJson(request: IncomingMessage, response: ServerResponse, value: unknown): void {
  send(request, response, Buffer.from(JSON.stringify(value)), "application/json");
}

function send(request: IncomingMessage, response: ServerResponse, bytes: Buffer, type: string) {
  const headers = { "content-type": type, "content-length": bytes.length };
  response.writeHead(200, { ...commonHeaders, ...headers });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Never as what it claims to be: a file of a bundle is bytes that the page reads, not something to navigate to. */
async function sendFile(request: IncomingMessage, response: ServerResponse, file: ServedFile) {
  let size: number | undefined;
  try {
    size = await file.source.size(file.path);
  } catch {
    return refuse(response);
  }
  if (size === undefined) return refuse(response);
  const range = parseRange(request.headers.range, size);
  const headers = {
    ...commonHeaders,
    "content-type": "application/octet-stream",
    "content-disposition": "attachment",
    "accept-ranges": "bytes",
  };
  if (range === "unsatisfiable") {
    response.writeHead(416, {
      ...headers,
      "content-range": `bytes */${size}`,
      "content-length": 0,
    });
    response.end();
    return undefined;
  }
  const { start, end } = range ?? { start: 0, end: size };
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    "content-length": end - start,
    ...(range !== undefined && { "content-range": `bytes ${start}-${end - 1}/${size}` }),
  });
  if (request.method === "HEAD" || start === end) {
    response.end();
    return undefined;
  }
  await pipeline(Readable.from(copies(file, start, end)), response);
  return undefined;
}

/** Blocks are valid until the next one is asked for, and the socket may hold them longer. */
async function* copies(file: ServedFile, start: number, end: number): AsyncGenerator<Buffer> {
  for await (const block of file.source.blocks(file.path, start, end)) yield Buffer.from(block);
}
