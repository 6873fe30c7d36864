import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import { apiPaths } from "../../protocol/api.ts";
import type { ClientMessage, ServerMessage } from "../../protocol/live.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Guard } from "../guard.ts";
import { FollowedRun } from "./followed-run.ts";

const maxMessageBytes = 1024;
const maxFollowed = 8;

/** Answers upgrades to the WebSocket of live runs; returns what ends it all. */
export function serveLive(
  server: Server,
  guard: Guard,
  catalogue: Catalogue,
  pollMs: number,
): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (request.url !== `/${apiPaths.live}` || !guard.allowsSocket(request)) {
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => talk(client, catalogue, pollMs));
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

function talk(client: WebSocket, catalogue: Catalogue, pollMs: number): void {
  const followed = new Map<string, FollowedRun>();
  const send = (message: ServerMessage): void => {
    if (client.readyState === client.OPEN) client.send(JSON.stringify(message));
  };
  client.on("error", () => client.terminate());
  client.on("close", () => {
    for (const run of followed.values()) run.stop();
  });
  client.on("message", (data: RawData, isBinary: boolean) => {
    const message = isBinary ? undefined : parseMessage(String(data as Buffer));
    if (message === undefined) return client.close(1008, "not understood");
    const { run: id } = message;
    const known = followed.get(id);
    if (message.type === "unfollow") {
      known?.stop();
      followed.delete(id);
    } else if (known !== undefined) {
      known.resync();
    } else if (followed.size >= maxFollowed) {
      client.close(1008, "too many runs");
    } else if (catalogue.run(id) === undefined) {
      send({ type: "gone", run: id });
    } else {
      followed.set(id, new FollowedRun(catalogue, id, pollMs, send));
    }
    return undefined;
  });
}

function parseMessage(text: string): ClientMessage | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    const { type, run } = value as { readonly type?: unknown; readonly run?: unknown };
    if (typeof run !== "string" || !/^[\w-]{1,64}$/.test(run)) return undefined;
    if (type !== "follow" && type !== "unfollow" && type !== "resync") return undefined;
    return { type, run };
  } catch {
    return undefined;
  }
}
