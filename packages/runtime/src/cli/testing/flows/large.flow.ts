import { compute, defineFlow } from "acpx/flows";

export default defineFlow({
  name: "large",
  startAt: "make",
  nodes: { make: compute({ run: () => "x".repeat(3_000_000) }) },
  edges: [],
});
