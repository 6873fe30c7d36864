import { generateBundled } from "./bundled.ts";
import { generateConformance } from "./conformance.ts";
import { generateConstants } from "./constants.ts";
import { generateRules, generateRuleTexts } from "./rules.ts";
import type { GeneratedFile } from "./spec.ts";
import { generateTypes } from "./types.ts";
import { generateValidators } from "./validators.ts";

/** Everything that is made from the specification in a folder; paths are relative to the repository. */
export async function generateAll(spec: string): Promise<GeneratedFile[]> {
  return [
    ...generateBundled(spec),
    ...(await generateTypes(spec)),
    ...generateValidators(spec),
    generateConstants(spec),
    generateRules(spec),
    generateRuleTexts(spec),
    ...(await generateConformance(spec)),
  ];
}
