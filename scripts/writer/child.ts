// Writes to the bundle `sample-1` in the folder given until it is killed, and tells what was written: `locked`, or one
// line for each event that was acknowledged, after it was.
import "../fixtures/sources.ts";
import { writeSync } from "node:fs";

const { BundleLockedError, createBundle, openBundleForAppend } =
  await import("@flow-bundle/bundle");
const { nodeHost } = await import("@flow-bundle/bundle/node");
const { sample } = await import("./scripted-run.ts");

const [runs = "", mode] = process.argv.slice(2);
const say = (text: string) => writeSync(1, `${text}\n`);
try {
  const host = nodeHost();
  const writer =
    mode === "open"
      ? await openBundleForAppend(host, `${runs}/sample-1`)
      : await createBundle(host, runs, sample);
  say(String(writer.state.upToSeq));
  const ids = { nodeId: "plan", attemptId: "plan#1" };
  const started = { nodeType: "compute", timeoutMs: 0 };
  await writer.append({ type: "node_started", ...ids, payload: started });
  for (let i = 0; ; i++) {
    const artifact = i % 20 === 0 ? await writer.artifact(`content ${i}`) : undefined;
    const { seq } =
      artifact === undefined
        ? await writer.append({ type: "node_heartbeat", ...ids, payload: {} })
        : await writer.append({ type: "artifact_written", ...ids, payload: { artifact } });
    say(String(seq));
    if (i % 50 === 0) await new Promise((resolve) => void setImmediate(resolve));
  }
} catch (error) {
  if (!(error instanceof BundleLockedError)) throw error;
  say(`locked by ${error.holder.pid}`);
}
