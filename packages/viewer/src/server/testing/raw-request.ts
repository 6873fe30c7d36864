import { connect } from "node:net";

/** Sends bytes to a server as they are, and gives what it answers until it closes, or is silent for a while. */
export function rawRequest(
  port: number,
  request: string | Buffer,
  silenceMs = 1000,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const parts: Buffer[] = [];
    socket.setTimeout(silenceMs, () => socket.destroy());
    socket.on("data", (part) => {
      parts.push(part);
      socket.setTimeout(60);
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") reject(error);
    });
    socket.on("close", () => resolve(Buffer.concat(parts).toString("latin1")));
    socket.write(request);
  });
}
