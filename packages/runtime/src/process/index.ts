export { createProcessOwner } from "./process-owner.ts";
export type { OwnedProcess, ProcessCommand, ProcessExit, ProcessOwner } from "./owned-process.ts";
