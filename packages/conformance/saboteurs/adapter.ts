// An adapter that is wrong on purpose: `node adapter.ts reader/loses-attempts`. With `honest` it is our own.
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./answer.ts");
