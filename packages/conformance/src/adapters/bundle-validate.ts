// The validator of @flow-bundle/validator as an adapter of the conformance suite.
import { directorySource } from "@flow-bundle/bundle/node";
import { serve } from "../own/serve.ts";
import { judgeBundle } from "../own/validate.ts";

await serve(({ bundle = "" }) => judgeBundle(directorySource(bundle)));
