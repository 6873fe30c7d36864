import type { BundleSource } from "../source/source.ts";
import { readBytes, readJson, readText } from "./lookup.ts";
import type { Lookup, LookupOptions } from "./lookup.ts";

/** What is needed of an artifact reference to read the artifact. */
export interface ArtifactPath {
  readonly path: string;
}

/** The bytes of an artifact by its reference. Size and digest are not compared with the reference. */
export function readArtifact(
  source: BundleSource,
  reference: ArtifactPath,
  options?: LookupOptions,
): Promise<Lookup<Uint8Array>> {
  return readBytes(source, reference.path, options);
}

/** The text of an artifact by its reference. */
export function readArtifactText(
  source: BundleSource,
  reference: ArtifactPath,
  options?: LookupOptions,
): Promise<Lookup<string>> {
  return readText(source, reference.path, options);
}

/** The JSON value of an artifact by its reference. (Not every `application/json` artifact of version 1.0 is JSON.) */
export function readArtifactJson(
  source: BundleSource,
  reference: ArtifactPath,
  options?: LookupOptions,
): Promise<Lookup<unknown>> {
  return readJson(source, reference.path, options);
}
