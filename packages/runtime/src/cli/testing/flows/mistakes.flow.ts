import { compute } from "acpx/flows";

export default {
  name: "mistakes",
  startAt: "begin",
  nodes: { start: compute({ run: () => 1 }) },
  edges: [{ from: "start", to: "nowhere" }],
};
