export { directorySource } from "./directory.ts";
export { nodeSha256 } from "./sha256.ts";
