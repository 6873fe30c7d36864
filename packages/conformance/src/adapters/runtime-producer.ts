// The runtime as an adapter of the conformance suite.
import { interruptedBySignals, produceRun } from "../own/produce.ts";
import { serve } from "../own/serve.ts";

const interrupt = interruptedBySignals();
await serve((request) => produceRun(request, interrupt));
// What a flow left running would keep the process from ending.
process.exit(0);
