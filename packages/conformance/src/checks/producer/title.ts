import { producerCheck } from "./producer-check.ts";

/** The run has its title. */
export const title = producerCheck({
  name: "title",
  title: "keeps the title that the flow gives its run",
  requirements: ["flow-name-mismatch"],
  says: (expected) => expected.title !== undefined,
  compare({ expected, found: { manifest, runEvents } }) {
    for (const [where, found] of [
      ["manifest.json", manifest["runTitle"]],
      ["run_started", runEvents[0]?.payload["runTitle"]],
    ] as const) {
      if (found === expected.title) continue;
      return {
        message: `the title in ${where} is another`,
        expected: String(expected.title),
        found: JSON.stringify(found) ?? "nothing",
      };
    }
    return undefined;
  },
});
