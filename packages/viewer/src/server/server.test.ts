import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunFiles, RunList } from "../protocol/api.ts";
import { serve, type RunningServer } from "./server.ts";
import { rawRequest } from "./testing/raw-request.ts";

const golden = fileURLToPath(
  new URL("../../../../fixtures/valid/1.1-acp-two-turn", import.meta.url),
);
const secret = "nobody may see this";

let folder: string;
let server: RunningServer;
let port: number;
let runId: string;
let traceId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-server-"));
  const app = join(folder, "app");
  mkdirSync(join(app, "assets"), { recursive: true });
  writeFileSync(join(app, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(app, "assets", "x.js"), "export {};");
  writeFileSync(join(folder, "secret.txt"), secret);
  const runs = join(folder, "runs");
  cpSync(golden, join(runs, "run-1"), { recursive: true });
  symlinkSync(join(folder, "secret.txt"), join(runs, "run-1", "artifacts", "link.txt"));
  symlinkSync(folder, join(runs, "linked-folder"));
  // A bundle that its writer is just making.
  cpSync(golden, join(runs, ".run-2.new"), { recursive: true });
  mkdirSync(join(runs, "broken"));
  writeFileSync(join(runs, "broken", "manifest.json"), "{");
  server = await serve({ paths: [runs], app, pollMs: 20 });
  port = Number(new URL(server.url).port);
  const list = await json<RunList>("api/runs");
  runId = list.runs.find(({ name }) => name === "run-1")?.id ?? "";
  const { files } = await json<RunFiles>(`api/runs/${runId}`);
  traceId = files.find(({ path }) => path === "trace.ndjson")?.id ?? "";
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function json<T>(path: string): Promise<T> {
  return (await (await fetch(server.url + path)).json()) as T;
}

describe("what is served", () => {
  test("the page, with its policy", async () => {
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
  });

  test("the runs of a folder, those that cannot be read last", async () => {
    const { runs } = await json<RunList>("api/runs");
    expect(runs).toMatchObject([
      { name: "run-1", flowName: "release-notes", status: "completed" },
      { name: "broken", problem: expect.stringContaining("manifest.json") },
    ]);
    expect(runs).toHaveLength(2);
  });

  test("the tree of a run; links have no id", async () => {
    const { files } = await json<RunFiles>(`api/runs/${runId}`);
    const link = files.find(({ path }) => path === "artifacts/link.txt");
    expect(link).toMatchObject({ type: "link" });
    expect(link).not.toHaveProperty("id");
    expect(JSON.stringify(files)).not.toContain(folder);
  });

  test("a file as bytes and nothing else", async () => {
    const response = await fetch(`${server.url}api/files/${traceId}`);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toBe("attachment");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(await response.text()).toContain('"run_started"');
  });

  test.each([
    ["bytes=0-9", 206, 10],
    ["bytes=10-", 206, -10],
    ["bytes=-5", 206, 5],
    ["bytes=0-99999999", 206, 0],
    ["bytes=99999999-", 416, 0],
    ["bytes=-0", 416, 0],
    ["bytes=5-2", 200, 0],
    ["bytes=0-1,3-4", 200, 0],
    ["lines=0-1", 200, 0],
  ])("range %s", async (range, status, length) => {
    const url = `${server.url}api/files/${traceId}`;
    const whole = await (await fetch(url)).text();
    const response = await fetch(url, { headers: { range } });
    expect(response.status).toBe(status);
    const body = await response.text();
    const expected = length > 0 ? length : whole.length + length;
    expect(body.length).toBe(status === 416 ? 0 : expected);
    expect(whole).toContain(body);
  });

  test("HEAD has headers and no body", async () => {
    const response = await fetch(`${server.url}api/files/${traceId}`, { method: "HEAD" });
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(100);
    expect(await response.text()).toBe("");
  });
});

describe("what is refused", () => {
  const get = (path: string, ...headers: string[]) =>
    [`GET ${path} HTTP/1.1`, ...headers, "Connection: close", "", ""].join("\r\n");
  const host = () => `Host: 127.0.0.1:${port}`;
  const method = (name: string, path: string, ...more: string[]) =>
    [`${name} ${path} HTTP/1.1`, host(), "Connection: close", ...more, "", ""].join("\r\n");
  const file = () => `/api/files/${traceId}`;
  const upgrade = (...headers: string[]) =>
    [
      "GET /api/live HTTP/1.1",
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ...headers,
      "",
      "",
    ].join("\r\n");

  const requests: readonly [string, () => string | Buffer, RegExp][] = [
    ["no host", () => "GET / HTTP/1.0\r\n\r\n", /^HTTP\/1\.1 404/],
    ["another host", () => get("/", "Host: evil.example"), /^HTTP\/1\.1 404/],
    ["a name that begins like ours", () => get("/", `Host: localhost.evil.example:${port}`), /404/],
    ["another port", () => get("/", "Host: 127.0.0.1:1"), /404/],
    ["a host with a user", () => get("/", `Host: evil@127.0.0.1:${port}`), /404/],
    ["an empty host", () => get("/", "Host: "), /^HTTP\/1\.1 4/],
    ["two hosts", () => get("/", host(), "Host: evil.example"), /^HTTP\/1\.1 4/],
    ["another origin", () => get(file(), host(), "Origin: http://evil.example"), /404/],
    ["the null origin", () => get(file(), host(), "Origin: null"), /404/],
    ["our origin by https", () => get(file(), host(), `Origin: https://127.0.0.1:${port}`), /404/],
    ["a foreign page's script", () => get(file(), host(), "Sec-Fetch-Site: cross-site"), /404/],
    ["a page of a sister site", () => get(file(), host(), "Sec-Fetch-Site: same-site"), /404/],
    ["a path up", () => get("/../secret.txt", host()), /404/],
    ["an encoded path up", () => get("/%2e%2e/secret.txt", host()), /404/],
    ["a doubly encoded path up", () => get("/%252e%252e%252fsecret.txt", host()), /404/],
    ["backslashes", () => get(String.raw`/..\..\secret.txt`, host()), /404/],
    ["a path up behind the page's folder", () => get("/assets/../../secret.txt", host()), /404/],
    ["two slashes", () => get("//secret.txt", host()), /404/],
    ["an absolute path as an id", () => get("/api/files//etc/passwd", host()), /404/],
    ["a path as an id", () => get("/api/files/trace.ndjson", host()), /404/],
    ["a path up as an id", () => get("/api/files/..%2f..%2fsecret.txt", host()), /404/],
    ["an unknown id", () => get("/api/files/AAAAAAAAAAAAAAAAAAAAAA", host()), /404/],
    ["an unknown run", () => get("/api/runs/AAAAAAAAAAAAAAAA", host()), /404/],
    ["__proto__ as an id", () => get("/api/runs/__proto__", host()), /404/],
    ["an absolute address", () => get("http://evil.example/", host()), /404/],
    ["our own absolute address", () => get(`http://127.0.0.1:${port}/`, host()), /404/],
    ["POST", () => method("POST", "/api/runs", "Content-Length: 2", "", "{}"), /^HTTP\/1\.1 405/],
    ["PUT", () => method("PUT", file(), "Content-Length: 1", "", "x"), /405/],
    ["DELETE", () => method("DELETE", file()), /405/],
    ["OPTIONS", () => method("OPTIONS", file()), /405/],
    ["TRACE", () => method("TRACE", "/"), /^HTTP\/1\.1 4/],
    ["CONNECT", () => method("CONNECT", "evil.example:80"), /^(HTTP\/1\.1 4|$)/],
    ["a made-up method", () => method("VIEW", "/"), /^HTTP\/1\.1 400/],
    ["a NUL in the path", () => get("/\0", host()), /^HTTP\/1\.1 4/],
    ["a header in the path", () => get("/ HTTP/1.1\r\nX: 1\r\nY:", host()), /^HTTP\/1\.1 [24]/],
    ["a header line without a name", () => get("/", host(), ": x"), /^HTTP\/1\.1 400/],
    ["a very long header", () => get("/", host(), `X: ${"x".repeat(70_000)}`), /^HTTP\/1\.1 431/],
    ["a very long path", () => get(`/${"a".repeat(70_000)}`, host()), /^HTTP\/1\.1 4/],
    [
      "a second request smuggled in a body",
      () =>
        `POST / HTTP/1.1\r\n${host()}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/runs HTTP/1.1\r\n${host()}\r\n\r\n`,
      /^HTTP\/1\.1 40\d(?![\s\S]*HTTP\/1\.1 200)/,
    ],
    ["no HTTP at all", () => Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]), /^(HTTP\/1\.1 400|$)/],
    ["a socket without an origin", () => upgrade(host()), /404/],
    ["a socket of another origin", () => upgrade(host(), "Origin: http://evil.example"), /404/],
    [
      "a socket by another name",
      () => upgrade("Host: evil.example", `Origin: http://127.0.0.1:${port}`),
      /404/,
    ],
    [
      "a socket elsewhere",
      () => upgrade(host(), `Origin: http://127.0.0.1:${port}`).replace("/api/live", "/api/runs"),
      /404/,
    ],
  ];

  test.each(requests)("%s", async (_, request, expected) => {
    const answer = await rawRequest(port, request());
    expect(answer).toMatch(expected);
    expect(answer).not.toContain(secret);
    expect(answer).not.toContain("root:");
    expect(answer).not.toContain(folder);
    expect(answer).not.toMatch(/access-control/i);
  });

  test("missing and denied are the same answer", async () => {
    const strip = (answer: string) => answer.replace(/^Date: .*\r\n/im, "");
    const answers = await Promise.all(
      [
        get("/nothing", host()),
        get("/api/files/AAAAAAAAAAAAAAAAAAAAAA", host()),
        get(file(), host(), "Origin: http://evil.example"),
        get(file(), "Host: evil.example"),
      ].map((request) => rawRequest(port, request)),
    );
    expect(new Set(answers.map(strip)).size).toBe(1);
  });

  test("a file that became a link is not followed", async () => {
    const { files } = await json<RunFiles>(`api/runs/${runId}`);
    const artifact = files.find(({ path, id }) => id !== undefined && path.endsWith(".txt"));
    const path = join(folder, "runs", "run-1", artifact?.path ?? "");
    rmSync(path);
    symlinkSync(join(folder, "secret.txt"), path);
    const answer = await rawRequest(port, get(`/api/files/${artifact?.id}`, host()));
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
  });

  test("it listens on the loopback interface alone", () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});
