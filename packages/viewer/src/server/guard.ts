import type { IncomingMessage } from "node:http";

/** Decides who may ask: pages of this server, and programs that name it. */
export class Guard {
  readonly #hosts: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;

  /** @param port the port that is listened on. */
  constructor(port: number) {
    const names = ["127.0.0.1", "localhost", "[::1]"];
    const hosts = names.flatMap((name) =>
      port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
    );
    this.#hosts = new Set(hosts);
    this.#origins = new Set(hosts.map((host) => `http://${host}`));
  }

  /**
   * Another host name means that a foreign page made its own name resolve to this machine (DNS rebinding); another
   * origin, that a foreign page asks.
   */
  allows(request: IncomingMessage): boolean {
    const { headers, rawHeaders } = request;
    const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host");
    if (hosts.length !== 1 || !this.#hosts.has(headers.host?.toLowerCase() ?? "")) return false;
    if (headers.origin !== undefined && !this.#origins.has(headers.origin)) return false;
    const site = headers["sec-fetch-site"];
    const isForeign = site === "cross-site" || site === "same-site";
    return !isForeign || headers["sec-fetch-mode"] === "navigate";
  }

  /** A WebSocket is not bound by the same-origin policy, so that its origin must be named. */
  allowsSocket(request: IncomingMessage): boolean {
    return request.headers.origin !== undefined && this.allows(request);
  }
}
