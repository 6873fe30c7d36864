import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on this machine. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** What the peer does with the file: parse each of its lines, or only take it as a text. */
export type PeerTask = "lines" | "text";

const scripts: Readonly<Record<PeerTask, string>> = {
  lines: 'globalThis.kept = text.split("\\n").filter(Boolean).map((line) => JSON.parse(line));',
  text: "globalThis.kept = text;",
};

/**
 * The yardstick: a page that fetches a file, parses all of its lines and keeps what that gives, as any page has to that
 * holds the events of a run. It draws nothing but how many there are.
 */
export async function servePeer(file: string, task: PeerTask): Promise<Served> {
  const page = `<!doctype html><meta charset="utf-8"><title>reading</title><script type="module">
const text = await (await fetch("file")).text();
${scripts[task]}
document.title = "parsed " + globalThis.kept.length;
</script>`;
  const server = createServer((request, response) => {
    if (request.url === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(page);
    } else if (request.url === "/file") {
      response.setHeader("content-type", "text/plain; charset=utf-8");
      createReadStream(file).pipe(response);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
