export { createFold } from "./fold/fold.ts";
export type { Fold, FoldOptions, FoldState, RunHead } from "./fold/fold.ts";
export type {
  ArtifactState,
  AttemptState,
  EarlierReceipts,
  IgnoredEvents,
  NodeState,
  Outcome,
  PreparedAction,
  Receipts,
  RunStatus,
  SessionState,
  Terminal,
  Waiting,
} from "./fold/state.ts";
export { parseDocument } from "./json/document.ts";
export type { DocumentResult } from "./json/document.ts";
export { locate, locateAll } from "./json/locate.ts";
export type { Place } from "./json/locate.ts";
export { parseStrict } from "./json/parse.ts";
export { escapeSegment, parsePointer, pointerOf } from "./json/pointer.ts";
export { positionAt, positionsAt } from "./json/position.ts";
export type { Position } from "./json/position.ts";
export type { JsonOptions, JsonProblem, JsonProblemCode, JsonResult } from "./json/problem.ts";
export { defaultMaxDepth } from "./json/scan.ts";
export { decodeLossy, decodeUtf8, firstBadByte } from "./json/utf8.ts";
export { readArtifact, readArtifactJson, readArtifactText } from "./lookup/artifact.ts";
export type { ArtifactPath } from "./lookup/artifact.ts";
export { defaultMaxLookupBytes, readBytes, readJson, readText } from "./lookup/lookup.ts";
export type { Lookup, LookupFailure, LookupOptions } from "./lookup/lookup.ts";
export {
  readSessionBinding,
  readSessionEvents,
  readSessionRecord,
  sessionPaths,
} from "./lookup/session.ts";
export type { EventRange, SessionEventLine, SessionPaths } from "./lookup/session.ts";
export type { Line, LineBlock, LineProblem } from "./ndjson/line.ts";
export { readLines } from "./ndjson/read-lines.ts";
export type { ReadLinesOptions } from "./ndjson/read-lines.ts";
export { LineSplitter, defaultMaxLineBytes } from "./ndjson/splitter.ts";
export type { SplitOptions } from "./ndjson/splitter.ts";
export { projectLive } from "./projection/live.ts";
export { prefetch } from "./projection/prefetch.ts";
export type { ContentReader } from "./projection/prefetch.ts";
export { isIsolated } from "./projection/resolver.ts";
export type { ProjectionResolver } from "./projection/resolver.ts";
export { projectRun } from "./projection/run.ts";
export { sourceContent } from "./projection/source-content.ts";
export { projectStep, projectSteps } from "./projection/steps.ts";
export { projectedBytesLimit, projectedDepthLimit } from "./projection/limit.ts";
export { BundleError } from "./reader/bundle-error.ts";
export type { BundleErrorCode } from "./reader/bundle-error.ts";
export { openBundle } from "./reader/open-bundle.ts";
export type { OpenBundle } from "./reader/open-bundle.ts";
export { TraceReader } from "./reader/trace-reader.ts";
export type { TornTail, TraceEntry } from "./reader/trace-reader.ts";
export { readRecordFold } from "./record/read-record.ts";
export { createRecordFold, recordFacts } from "./record/record-fold.ts";
export type { MessageRange, RecordFacts, RecordFold } from "./record/record-fold.ts";
export { buildSeal } from "./seal/seal.ts";
export { toDocument, toLine, toSessionLine } from "./seal/serialise.ts";
export { browserSource } from "./source/browser.ts";
export type { DirectoryHandle, FileHandle, FileSnapshot } from "./source/handle.ts";
export { memorySource } from "./source/memory.ts";
export { checkPath, isPortablePath, maxPathLength } from "./source/path.ts";
export { portableSha256 } from "./source/sha256.ts";
export { SourceError } from "./source/source.ts";
export type {
  BundleSource,
  EntryType,
  Hasher,
  SourceEntry,
  SourceErrorCode,
} from "./source/source.ts";
export { printable, printableJson, printableName } from "./text/printable.ts";
export type { PrintableOptions } from "./text/printable.ts";
export type { ArtifactContent, ArtifactOptions } from "./write/artifacts.ts";
export type {
  Announcement,
  BundleWriter,
  NewMessage,
  NewSession,
  SessionWriter,
} from "./write/bundle-writer.ts";
export { createBundle } from "./write/create.ts";
export type { NewRun } from "./write/create.ts";
export { BundleLockedError, BundleWriteError } from "./write/errors.ts";
export type { BundleWriteErrorCode } from "./write/errors.ts";
export type { Host, HostFile, HostFiles, OpenMode, ProcessFacts } from "./write/host.ts";
export { lockOf } from "./write/lock.ts";
export type { LockState } from "./write/lock.ts";
export type { ExtensionEvent, NewEvent } from "./write/new-event.ts";
export { openBundleForAppend } from "./write/open.ts";
export { hasPassedCheckpoint } from "./write/guard.ts";
export { closeOpenAttempt, processEnded, recoverBundle } from "./write/recover.ts";
export type { Recovered } from "./write/recover.ts";
