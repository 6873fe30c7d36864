import { compute, defineFlow, shell } from "acpx/flows";

/** A command that says its process id, and that TERM does not end. */
const script =
  'trap \'\' TERM HUP INT; echo $$ > "$0.new"; mv "$0.new" "$0"; sleep 60 & wait; wait';

export default defineFlow({
  name: "stubborn",
  startAt: "before",
  nodes: {
    before: compute({ run: () => "ready" }),
    command: shell({
      exec: ({ input }) => ({
        command: "sh",
        args: ["-c", script, (input as { pidFile: string }).pidFile],
      }),
    }),
  },
  edges: [{ from: "before", to: "command" }],
});
