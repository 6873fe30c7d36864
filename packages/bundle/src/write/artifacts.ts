import { paths } from "@flow-bundle/schema";
import type { ArtifactReference, SessionBinding } from "@flow-bundle/schema";
import { parseDocument } from "../json/document.ts";
import type { JsonProblemCode } from "../json/problem.ts";
import { decodeUtf8 } from "../json/utf8.ts";
import type { ContentReader } from "../projection/prefetch.ts";
import { sourceContent } from "../projection/source-content.ts";
import { toDocument } from "../seal/serialise.ts";
import { jsonOf } from "./check.ts";
import { BundleWriteError } from "./errors.ts";
import { encode, replaceFile, temporarySuffix } from "./files.ts";
import type { Host } from "./host.ts";

/** Content of an artifact: a text, bytes, or a value that is written as JSON. */
export type ArtifactContent = string | Uint8Array | { readonly json: unknown };

/** How an artifact is described. */
export interface ArtifactOptions {
  /**
   * Default: `text/plain` for texts and for bytes that are UTF-8, `application/octet-stream` for other bytes,
   * `application/json` for values.
   */
  readonly mediaType?: string;
  /** The content is the beginning of more that was not kept. */
  readonly truncated?: boolean;
}

const extensions: ReadonlyMap<string, string> = new Map([
  ["text/plain", "txt"],
  ["application/json", "json"],
  ["application/octet-stream", "bin"],
]);
const reserved: ReadonlySet<string> = new Set(extensions.values());
/** What no JSON artifact may have. Its numbers and its depth are its own business. */
const fatal: ReadonlySet<JsonProblemCode> = new Set([
  "invalid-utf8",
  "bom",
  "syntax",
  "duplicate-key",
  "depth-limit",
]);
const digestName = /^artifacts\/sha256-[0-9a-f]{64}\.[a-z0-9]+$/;
/** How much small content is kept in memory for the projections. */
const memoryLimit = 1024 * 1024;
const smallContent = 64 * 1024;

/** An artifact that is not written yet. */
export interface PreparedArtifact {
  readonly reference: ArtifactReference;
  readonly bytes: Uint8Array;
}

/** Names an artifact by its content. */
export async function prepareArtifact(
  host: Host,
  content: ArtifactContent,
  { mediaType: given, truncated }: ArtifactOptions = {},
): Promise<PreparedArtifact> {
  const { bytes, mediaType } = describe(content, given);
  const hasher = host.sha256();
  hasher.update(bytes);
  const sha256 = await hasher.hex();
  const path = `artifacts/sha256-${sha256}.${extensionOf(mediaType)}`;
  const reference = { path, mediaType, bytes: bytes.length, sha256 };
  return { reference: truncated === true ? { ...reference, truncated } : reference, bytes };
}

function describe(
  content: ArtifactContent,
  given: string | undefined,
): { bytes: Uint8Array; mediaType: string } {
  if (typeof content !== "string" && !(content instanceof Uint8Array)) {
    const text = jsonOf("The value", () => toDocument(content.json));
    return checked(encode(text), given ?? "application/json");
  }
  if (typeof content === "string") return checked(encode(content), given ?? "text/plain");
  if (given !== undefined) return checked(content, given);
  const isText = decodeUtf8(content) !== undefined;
  return { bytes: content, mediaType: isText ? "text/plain" : "application/octet-stream" };
}

function checked(bytes: Uint8Array, mediaType: string): { bytes: Uint8Array; mediaType: string } {
  if (mediaType === "text/plain" && decodeUtf8(bytes) === undefined) {
    throw new BundleWriteError("refused", "A text/plain artifact has to be UTF-8");
  }
  if (mediaType === "application/json") {
    const wrong = parseDocument(bytes, { maxProblems: 50 }).problems.find(({ code }) =>
      fatal.has(code),
    );
    if (wrong !== undefined) {
      throw new BundleWriteError("refused", `An application/json artifact: ${wrong.message}`);
    }
  }
  return { bytes, mediaType };
}

function extensionOf(mediaType: string): string {
  const known = extensions.get(mediaType);
  if (known !== undefined) return known;
  const subtype = /\/([A-Za-z0-9]+)$/.exec(mediaType)?.[1]?.toLowerCase() ?? "dat";
  return reserved.has(subtype) ? "dat" : subtype;
}

/** The folder `artifacts/` of one bundle, and the content that projections will repeat. */
export class ArtifactStore implements ContentReader {
  readonly #host: Host;
  readonly #bundle: string;
  readonly #stored = new Map<string, Promise<void>>();
  readonly #complete = new Set<string>();
  readonly #recent = new Map<string, Uint8Array>();
  #recentBytes = 0;
  readonly #disk: ContentReader;
  readonly #binding: (sessionId: string) => SessionBinding | undefined;

  constructor(
    host: Host,
    bundle: string,
    binding: (sessionId: string) => SessionBinding | undefined,
  ) {
    this.#host = host;
    this.#bundle = bundle;
    this.#disk = sourceContent(host.files.source(bundle));
    this.#binding = binding;
  }

  /** Whether a reference can name this file: it is complete. */
  has(path: string): boolean {
    return this.#complete.has(path);
  }

  get paths(): string[] {
    return [...this.#stored.keys()];
  }

  /** A file that is there already. */
  note(path: string): void {
    if (!digestName.test(path)) return;
    this.#stored.set(path, Promise.resolve());
    this.#complete.add(path);
  }

  /** Writes an artifact; the same content once. */
  async put(content: ArtifactContent, options?: ArtifactOptions): Promise<ArtifactReference> {
    const { reference, bytes } = await prepareArtifact(this.#host, content, options);
    await this.store({ reference, bytes });
    return reference;
  }

  async store({ reference, bytes }: PreparedArtifact): Promise<void> {
    const { path } = reference;
    this.remember(path, bytes);
    const known = this.#stored.get(path);
    if (known !== undefined) {
      await known;
      return;
    }
    const writing = this.#write(reference, bytes);
    this.#stored.set(path, writing);
    try {
      await writing;
      this.#complete.add(path);
    } catch (error) {
      this.#stored.delete(path);
      throw error;
    }
  }

  #write({ path, sha256 }: ArtifactReference, bytes: Uint8Array): Promise<void> {
    const file = `${this.#bundle}/${path}`;
    // Not the final name with a suffix: that would look like an artifact whose content is wrong.
    const temporary = `${this.#bundle}/${paths.artifactsDir}/${sha256}${temporarySuffix}`;
    return replaceFile(this.#host.files, file, bytes, true, temporary);
  }

  /** Waits for the files that are being written. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#stored.values());
  }

  /** Removes a file that nothing refers to. */
  async discard(path: string): Promise<void> {
    await this.#host.files.remove(`${this.#bundle}/${path}`);
    this.#stored.delete(path);
    this.#complete.delete(path);
  }

  remember(path: string, bytes: Uint8Array): void {
    if (bytes.length > smallContent) return;
    this.#recentBytes += bytes.length - (this.#recent.get(path)?.length ?? 0);
    this.#recent.delete(path);
    this.#recent.set(path, bytes);
    for (const [oldest, content] of this.#recent) {
      if (this.#recentBytes <= memoryLimit) break;
      this.#recent.delete(oldest);
      this.#recentBytes -= content.length;
    }
  }

  async text(reference: ArtifactReference): Promise<string | undefined> {
    const bytes = this.#recent.get(reference.path);
    return bytes === undefined ? this.#disk.text(reference) : decodeUtf8(bytes);
  }

  async json(reference: ArtifactReference): Promise<unknown> {
    const bytes = this.#recent.get(reference.path);
    return bytes === undefined
      ? this.#disk.json(reference)
      : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  }

  async binding(sessionId: string): Promise<SessionBinding | undefined> {
    return this.#binding(sessionId);
  }
}
