import { spawn } from "node:child_process";
import { inRoot } from "../../scripts/lib/process.mjs";
import type { Served } from "./peer.ts";

/** `bundle-view` on one bundle, as people start it. `startedAt` is when, in milliseconds since 1970. */
export async function startBundleView(
  path: string,
): Promise<Served & { readonly startedAt: number }> {
  const startedAt = Date.now();
  const command = inRoot("packages", "viewer", "bin", "bundle-view.js");
  const child = spawn(process.execPath, [command, "--no-open", path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => void child.once("close", () => resolve()));
  let told = "";
  child.stdout.setEncoding("utf8");
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text: string) => {
      told += text;
      const [found] = /http:\S+/.exec(told) ?? [];
      if (found !== undefined && told.endsWith("\n")) resolve(found);
    });
    void ended.then(() => reject(new Error(`bundle-view ended: ${told}`)));
  });
  return {
    url,
    startedAt,
    async close() {
      child.kill();
      await ended;
    },
  };
}
