import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRepository } from "./viewer.ts";

const payloads = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[link](javascript:alert(1)) ![i](https://example.invalid/i.png) <https://example.invalid/>",
  '<svg/onload=alert(1)><a href="https://example.invalid">x</a>',
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  ">".repeat(10_000),
];
/** Members that say what something is; everything else that is a text becomes a payload. */
const structural = new Set(
  "seq at runId scope type nodeId attemptId sessionId path sha256 mediaType jsonrpc method direction sessionUpdate toolCallId terminalId optionId status outcome nodeType kind actionType id stopReason data mimeType".split(
    " ",
  ),
);

function poison(value: unknown, key: string, next: () => string): unknown {
  if (typeof value === "string") return structural.has(key) ? value : next();
  if (Array.isArray(value)) return value.map((item) => poison(item, key, next));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, poison(item, name, next)]),
  );
}

function poisonLines(path: string): void {
  let i = 0;
  const next = (): string => payloads[i++ % payloads.length] as string;
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  writeFileSync(
    path,
    lines.map((line) => `${JSON.stringify(poison(JSON.parse(line), "", next))}\n`).join(""),
  );
}

/**
 * Bundles made of the two-turn run: `hostile` (markup in every text), `torn` (lines that cannot be used, half written
 * ends), `large` (a line of 5 MB, an artifact of 100 MB, an image), `many` (300,000 events).
 */
export function makeSessionBundles(folder: string): void {
  const eventsOf = (name: string): string => {
    const sessions = join(folder, name, "sessions");
    return join(sessions, readdirSync(sessions)[0] ?? "", "events.ndjson");
  };
  makeMany(folder);
  for (const name of ["hostile", "torn", "large"]) {
    cpSync(inRepository("fixtures/runs/two-turn"), join(folder, name), { recursive: true });
  }
  poisonLines(join(folder, "hostile/trace.ndjson"));
  poisonLines(eventsOf("hostile"));
  const artifacts = join(folder, "hostile/artifacts");
  for (const [i, file] of readdirSync(artifacts).entries()) {
    writeFileSync(
      join(artifacts, file),
      `<html><body onload=alert(1)>${payloads[i % payloads.length]}</body></html>`,
    );
  }
  const torn = readFileSync(eventsOf("torn"));
  const manifestPath = join(folder, "torn/manifest.json");
  writeFileSync(
    manifestPath,
    readFileSync(manifestPath, "utf8").replace('"completed"', '"running"'),
  );
  writeFileSync(
    eventsOf("torn"),
    `${torn.subarray(0, 9000).toString()}\n{ not json\n{"seq":99,"at":"2026`,
  );
  const trace = readFileSync(join(folder, "torn/trace.ndjson"), "utf8").split("\n");
  writeFileSync(
    join(folder, "torn/trace.ndjson"),
    `${trace.slice(0, 6).join("\n")}\n[1]\n${trace[6]?.slice(0, 50)}`,
  );
  const update = {
    jsonrpc: "2.0",
    method: "session/update",
    params: {
      sessionId: "two-turn-session",
      update: {
        sessionUpdate: "tool_call_update",
        toolCallId: "call-1",
        rawOutput: "x".repeat(5_000_000),
      },
    },
  };
  const events = readFileSync(eventsOf("large"), "utf8");
  const long = JSON.stringify({
    seq: 99,
    at: "2026-03-02T09:00:08.000Z",
    direction: "inbound",
    message: update,
  });
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const image = {
    seq: 100,
    at: "2026-03-02T09:00:08.000Z",
    direction: "inbound",
    message: {
      jsonrpc: "2.0",
      method: "session/update",
      params: {
        sessionId: "two-turn-session",
        update: {
          sessionUpdate: "agent_message_chunk",
          content: { type: "image", mimeType: "text/html", data: dot },
        },
      },
    },
  };
  writeFileSync(eventsOf("large"), `${events}${long}\n${JSON.stringify(image)}\n`);
  const file = join(
    folder,
    "large/artifacts/sha256-0000000000000000000000000000000000000000000000000000000000000000.txt",
  );
  const line = `${"0123456789 ".repeat(9)}\n`;
  writeFileSync(file, line.repeat(1_000_000));
  writeFileSync(join(folder, "large/artifacts/image.bin"), Buffer.from(dot, "base64"));
}

/** A trace of 300,000 events, nearly all of them heartbeats. */
function makeMany(folder: string): void {
  cpSync(inRepository("fixtures/runs/two-turn"), join(folder, "many"), { recursive: true });
  const path = join(folder, "many/trace.ndjson");
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const beat = JSON.parse(lines[2] as string) as { readonly type: string };
  if (beat.type !== "node_heartbeat") throw new Error("The third event is no heartbeat");
  const beats = Array.from({ length: 300_000 }, (_, i) =>
    JSON.stringify({ ...beat, seq: i + 4, payload: { statusDetail: `beat ${i}` } }),
  );
  writeFileSync(path, `${[...lines.slice(0, 3), ...beats].join("\n")}\n`);
}
