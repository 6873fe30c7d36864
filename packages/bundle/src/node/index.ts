export { directorySource } from "./directory.ts";
export { nodeHost } from "./host.ts";
export { nodeSha256 } from "./sha256.ts";
