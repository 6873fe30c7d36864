export { loadFlow } from "./load-flow.ts";
export type { LoadedFlow } from "./load-flow.ts";
