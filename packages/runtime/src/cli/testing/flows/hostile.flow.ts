import { compute, defineFlow } from "acpx/flows";

/** What would take over a terminal. */
const hostile = "\u001b]0;title\u0007\u001b[2J\u202ereversed\u009b31m\r\n::error::x";

export default defineFlow({
  name: hostile,
  run: { title: hostile },
  startAt: hostile,
  nodes: {
    [hostile]: compute({ run: () => hostile, statusDetail: hostile }),
    __proto_: compute({
      run: () => {
        throw new Error(hostile);
      },
    }),
  },
  edges: [{ from: hostile, to: "__proto_" }],
});
