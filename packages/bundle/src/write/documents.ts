import { paths } from "@flow-bundle/schema";
import type { Manifest, TraceEvent } from "@flow-bundle/schema";
import type { Fold } from "../fold/fold.ts";
import { buildSeal } from "../seal/seal.ts";
import { toDocument } from "../seal/serialise.ts";
import { Coalescer } from "./coalescer.ts";
import { manifestDraft, replaceFile } from "./files.ts";
import type { Host } from "./host.ts";
import { buildManifest } from "./manifest.ts";
import type { ManifestHead } from "./manifest.ts";
import type { Projections } from "./projections.ts";
import { Queue } from "./queue.ts";

/** Where a bundle is, and what stays the same in its manifest. */
export interface DocumentParts {
  readonly host: Host;
  readonly runsFolder: string;
  /** Name of the bundle's folder. */
  readonly name: string;
  readonly path: string;
  readonly head: ManifestHead;
  readonly redacted: boolean;
  readonly fold: Fold;
  /** The manifest as it stands in the bundle. */
  readonly manifest: Manifest;
}

/** Keeps the documents that follow from the trace: the three projections and the manifest. */
export class Documents {
  isRedacted: boolean;
  readonly #parts: DocumentParts;
  readonly #projections: Projections;
  readonly #coalescer: Coalescer;
  /** The manifest as it stands in the bundle. */
  #manifest: { readonly text: string; readonly status: Manifest["status"] };
  /** Set while the projections do not include the last event of the fold. */
  #following: Promise<void> | undefined = undefined;
  /** Set from the moment when a run that waits is about to go on until its next event. */
  #leaving: Promise<void> | undefined = undefined;
  /** One manifest after the other: they share their draft. */
  readonly #manifests = new Queue();

  constructor(parts: DocumentParts, projections: Projections) {
    this.#parts = parts;
    this.#projections = projections;
    this.isRedacted = parts.redacted;
    this.#manifest = { text: toDocument(parts.manifest), status: parts.manifest.status };
    this.#coalescer = new Coalescer(parts.host, () => this.#write());
  }

  /** Folds an event that is in the trace. */
  async fold(event: TraceEvent): Promise<void> {
    this.#parts.fold.apply(event);
    this.#leaving = undefined;
    this.#following = this.#projections.follow(event.type);
    try {
      await this.#following;
    } finally {
      this.#following = undefined;
    }
  }

  /** The documents lag behind; they are written some time. */
  touch(): void {
    this.#coalescer.touch();
  }

  /** Writes the newest state now. */
  flush(): Promise<void> {
    return this.#coalescer.flush();
  }

  /** Waits until nothing is being written. */
  idle(): Promise<void> {
    return this.#coalescer.idle();
  }

  stop(): Promise<void> {
    return this.#coalescer.stop();
  }

  /**
   * Makes the manifest say `running` before anything is written to a run that waits: `waiting` promises that everything
   * is complete.
   */
  async leaveWaiting(): Promise<void> {
    if (this.#parts.fold.status !== "waiting") return;
    this.#leaving ??= this.#leave();
    await this.#leaving;
  }

  /** A run that was about to go on waits on: nothing more comes. */
  stay(): void {
    this.#leaving = undefined;
  }

  async #leave(): Promise<void> {
    // What is being written may say `waiting`.
    await this.#coalescer.idle();
    if (this.#manifest.status === "waiting") await this.#putManifest({ status: "running" });
  }

  /** The last step of all: the manifest with its seal. */
  async seal(): Promise<void> {
    const { host, path } = this.#parts;
    await this.#putManifest({ seal: await buildSeal(host.files.source(path)) });
  }

  /** `live.json`, `steps.json`, `run.json`, and the manifest of a run that has not ended. */
  async #write(): Promise<void> {
    const { host, path, fold } = this.#parts;
    while (this.#following !== undefined) await this.#following.catch(() => undefined);
    // All of one state: nothing is awaited between these.
    const texts = [
      [paths.liveProjection, this.#projections.live()],
      [paths.stepsProjection, this.#projections.steps()],
      [paths.runProjection, this.#projections.run()],
    ] as const;
    const { sessions } = fold;
    const status = this.#leaving === undefined ? fold.status : "running";
    const state = { status, sessions: [...sessions] };
    for (const [file, text] of texts) await replaceFile(host.files, `${path}/${file}`, text);
    if (state.status === "running" || state.status === "waiting") await this.#putManifest(state);
  }

  #putManifest(more: Parameters<typeof buildManifest>[3]): Promise<void> {
    return this.#manifests.run(() => this.#replaceManifest(more));
  }

  async #replaceManifest(more: Parameters<typeof buildManifest>[3]): Promise<void> {
    const { host, path, runsFolder, name, head, fold } = this.#parts;
    const manifest = buildManifest(head, fold, this.isRedacted, more);
    const text = toDocument(manifest);
    if (text === this.#manifest.text) return;
    // Beside the bundle: in it, a bundle that still waits would have a temporary file.
    const draft = manifestDraft(runsFolder, name);
    await replaceFile(host.files, `${path}/${paths.manifest}`, text, false, draft);
    this.#manifest = { text, status: manifest.status };
  }
}
