// The reader of @flow-bundle/bundle as an adapter of the conformance suite.
import { directorySource } from "@flow-bundle/bundle/node";
import { readView } from "../own/read.ts";
import { serve } from "../own/serve.ts";

await serve(({ bundle = "", upToSeq }) => readView(directorySource(bundle), upToSeq));
