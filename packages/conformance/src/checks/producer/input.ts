import { isDeepStrictEqual } from "node:util";
import { artifactText } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { producerCheck } from "./producer-check.ts";

/** The input is kept. */
export const input = producerCheck({
  name: "input",
  title: "keeps the input of the run",
  requirements: ["trace-run-started-payload", "artifact-json-content"],
  says: (_, { item }) => item.request !== undefined && "input" in item.request,
  async compare({ input: { item }, found }) {
    const given = item.request?.["input"];
    const text = await artifactText(found, found.runEvents[0]?.payload["inputArtifact"]);
    if (text !== undefined && isDeepStrictEqual(parsed(text), given)) return undefined;
    return {
      message: "the input of the run is another",
      expected: show(given),
      found: text === undefined ? "nothing" : show(parsed(text)),
    };
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
