export { serve } from "./server.ts";
export type { RunningServer, ServeOptions } from "./server.ts";
