/** The texts of the help, apart from the options. */

export const program = `Runs flows: graphs of functions, commands and ACP agents, written in TypeScript or JavaScript. Every run is recorded in a folder of its own, a flow run bundle.`;

export const exitCodes = `
Exit codes:
  0    the run completed or waits; the command did what was asked
  1    the run failed
  2    wrong usage or input, or a flow with mistakes; nothing was run
  3    the run timed out
  70   a fault of flow itself
  130  interrupted by SIGINT, SIGTERM or SIGHUP

flow COMMAND --help explains a command.
`;

export const runsDir = "folder of the runs (default: $FLOW_RUNS_DIR, else ~/.flow-bundle/runs)";

export const runArgument = "a run: its id, the beginning of its id, or the path of its folder";

export const run = `Runs a flow from its first node to its end, or to a checkpoint, and records it as a bundle.

Agents are named by the nodes (profile), or by --default-agent; flow.config.json beside the flow says how they are started.

The first Ctrl-C ends the run in good order, a second one at once.`;

export const runExamples = `
Examples:
  flow run review.flow.ts --input-json '{"pr": 17}' --default-agent codex
  flow run review.flow.ts --agent "node my-agent.js" --approve-all
  git diff | jq -Rs '{diff: .}' | flow run review.flow.ts --input-file - --format quiet
`;

export const resume = `Goes on with a run that waits at a checkpoint, or whose process died: then the attempt that did not finish is made again. A run that has ended is never reopened.

The agents of the run are started as they are recorded, unless others are named.`;

export const resumeExamples = `
Examples:
  flow resume 2026-11-22T0905 --input-json '{"approved": true}'
  flow resume ./runs/2026-11-22T090559123Z-review-1f2e3d4c --flow review.flow.ts
`;

export const recover = `Closes a run whose process died: its open attempt is recorded as cancelled and the run as failed. A run that had ended, but was not closed, is closed; one that waits stays as it is. A run whose process lives is refused.`;

export const recoverExamples = `
Examples:
  flow recover 2026-11-22T0905
`;

export const list = `Lists the runs in the runs folder, the newest first. A run that says running although its process does not live is listed as died; as unknown, when that cannot be told. A folder that cannot be read as a bundle is listed as broken.`;

export const listExamples = `
Examples:
  flow list --status waiting
  flow list --json | jq -r '.runs[].path'
`;

export const show = "Shows a run, or what one attempt was given and what it left.";

export const showExamples = `
Examples:
  flow show 2026-11-22T0905
  flow show 2026-11-22T0905 review#2 --full
`;
