/** How bad a finding is. Only errors make a bundle invalid. */
export type Severity = "error" | "warning" | "info";

/** Another place that a finding speaks of, such as the other end of a broken reference. */
export interface RelatedPlace {
  readonly file: string;
  readonly line?: number;
  readonly pointer?: string;
  readonly message?: string;
}

/**
 * What a rule hands in. The engine adds rule, severity, line and column (from `pointer`, where the file is a document
 * or `line` is given), url and fingerprint. Texts may hold bundle content as it is: renderers escape it.
 */
export interface FindingInput {
  readonly message: string;
  /** Bundle-relative path of the file with the fault. */
  readonly file: string;
  /** Line in an NDJSON file, from 1. */
  readonly line?: number;
  /** UTF-16 column, from 1, where the rule knows it better than the pointer tells. */
  readonly column?: number;
  readonly byteOffset?: number;
  /** UTF-16 offset in the document or line, for faults that no pointer can name (syntax). */
  readonly textOffset?: number;
  /** JSON Pointer inside the document, or inside the line's value. */
  readonly pointer?: string;
  /** What the line and column of `pointer` are: those of the value (default), or of the key. */
  readonly at?: "key";
  readonly seq?: number;
  readonly nodeId?: string;
  readonly attemptId?: string;
  readonly sessionId?: string;
  /** JSON values; long ones are cut by the engine. */
  readonly expected?: unknown;
  readonly actual?: unknown;
  readonly related?: readonly RelatedPlace[];
  /** What to do about it. */
  readonly hint?: string;
}
