import type { BundleWriter, SessionWriter } from "@flow-bundle/bundle";

const releases = new WeakMap<SessionWriter, () => void>();
const texts = new WeakMap<BundleWriter, (text: string) => string>();

/** Hands on what a session still holds back. The promises of its messages tell when it is written. */
export function releaseHeld(session: SessionWriter): void {
  releases.get(session)?.();
}

/** A text as the writer records it: redacted, when it redacts. */
export function asRecorded(writer: BundleWriter, text: string): string {
  return texts.get(writer)?.(text) ?? text;
}

/** For those who make a session writer that holds messages back. */
export function onRelease(session: SessionWriter, release: () => void): void {
  releases.set(session, release);
}

/** For those who make a writer that redacts. */
export function onText(writer: BundleWriter, text: (text: string) => string): void {
  texts.set(writer, text);
}
