import type { SyncCheck } from "../../lib/problem.ts";
import { checkRequirements, loadChapters, loadRules, loadVersions } from "../requirements.ts";

/** The normative text and the rule catalogue agree; see `scripts/docs/requirements.ts`. */
export const requirements: SyncCheck = {
  name: "requirements",
  claim: "each requirement has its rule, or says why none checks it",
  run(root) {
    return checkRequirements(loadChapters(root), loadRules(root), loadVersions(root)).map(
      (message) => {
        const place = /^(spec\/\S+?):(\d+): (.*)$/s.exec(message);
        return {
          file: place?.[1] ?? "spec/rules",
          place: place?.[2] === undefined ? "" : `line ${place[2]}`,
          message: place?.[3] ?? message,
          remedy: "spec/README.md tells how requirements are written.",
        };
      },
    );
  },
};
