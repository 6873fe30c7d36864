/** A file in `artifacts/` is there. Like every reference, it was noted before its event is handled. */
export function artifactWritten(): void {}
