import { openBundle, readArtifactText } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";

const source = directorySource("fixtures/valid/1.1-acp-two-turn");
const bundle = await openBundle(source);
console.log(`${bundle.manifest.flowName}: ${bundle.manifest.status}`);

for await (const { event } of bundle.trace) {
  if (event.type !== "node_outcome") continue;
  const { outcome, rawResponseArtifact } = event.payload;
  console.log(`${event.attemptId}: ${outcome}`);
  if (rawResponseArtifact === undefined) continue;
  const answer = await readArtifactText(source, rawResponseArtifact, { maxBytes: 1_000_000 });
  console.log(answer.ok ? `  ${answer.value}` : `  (${answer.message})`);
}
if (bundle.trace.torn) console.log(`torn from line ${bundle.trace.torn.line} on`);
