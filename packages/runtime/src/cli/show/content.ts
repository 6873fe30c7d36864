import { readArtifactText } from "@flow-bundle/bundle";
import type { ArtifactReference, ViewValue } from "@flow-bundle/schema";
import type { BundleSource, Lookup } from "@flow-bundle/bundle";
import { valueText } from "../report/summary.ts";

/** A text of the bundle, or why there is none. */
export interface Content {
  readonly text: string;
  /** The text says why the content cannot be shown. */
  readonly isMissing: boolean;
  readonly reference?: ArtifactReference;
}

/** The content of an artifact as text. */
export async function artifactContent(
  source: BundleSource,
  reference: ArtifactReference,
): Promise<Content> {
  const found: Lookup<string> = await readArtifactText(source, reference);
  return found.ok
    ? { text: found.value, isMissing: false, reference }
    : { text: found.message, isMissing: true, reference };
}

/** An output or input as text: a string as it is, anything else as JSON. */
export async function valueContent(source: BundleSource, value: ViewValue): Promise<Content> {
  if ("inline" in value) return { text: valueText(value.inline), isMissing: false };
  const content = await artifactContent(source, value.artifact);
  if (content.isMissing || value.artifact.mediaType !== "application/json") return content;
  return { ...content, text: jsonText(content.text) };
}

/** A JSON text as other values are shown. Not every JSON artifact of early writers is JSON. */
function jsonText(text: string): string {
  try {
    return valueText(JSON.parse(text));
  } catch {
    return text;
  }
}

/** An output or input as JSON has it; a string when the artifact is none of JSON. */
export async function valueJson(source: BundleSource, value: ViewValue): Promise<unknown> {
  if ("inline" in value) return value.inline;
  const { text, isMissing, reference } = await artifactContent(source, value.artifact);
  if (isMissing) return undefined;
  if (reference?.mediaType !== "application/json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
