import type { Rule } from "../../engine/rule.ts";
import { announced } from "./announced.ts";
import { argsContent } from "./args-content.ts";
import { digest } from "./digest.ts";
import { envelope } from "./envelope.ts";
import { errorText } from "./error-text.ts";
import { fileName } from "./file-name.ts";
import { jsonContent } from "./json-content.ts";
import { mediaType } from "./media-type.ts";
import { missing } from "./missing.ts";
import { referenceBytes } from "./reference-bytes.ts";
import { referenceDigest } from "./reference-digest.ts";
import { referenceWithoutBytes } from "./reference-without-bytes.ts";
import { textContent } from "./text-content.ts";
import { unreferenced } from "./unreferenced.ts";

/** The rules of the area `artifact` that are code. */
export const artifactRules: readonly Rule[] = [
  announced,
  argsContent,
  digest,
  envelope,
  errorText,
  fileName,
  jsonContent,
  mediaType,
  missing,
  referenceBytes,
  referenceDigest,
  referenceWithoutBytes,
  textContent,
  unreferenced,
];
