import type { BundleSource } from "@flow-bundle/bundle";
import type { LoadedItem } from "../batch.ts";
import { ItemReader } from "../item-reader.ts";
import { LineReader } from "../line-reader.ts";
import { readSession } from "../read-session.ts";
import { SessionIndexer } from "../session-indexer.ts";
import { SessionLog } from "../session-log.ts";

/** A session's events as the page and its worker have them, in one place. */
export class FollowedSession {
  readonly log: SessionLog;
  readonly #indexer: SessionIndexer;
  #items: { readonly lines: LineReader; readonly reader: ItemReader } | undefined;

  constructor(path: string, acpSessionId?: string) {
    this.log = new SessionLog(path);
    this.#indexer = new SessionIndexer(acpSessionId);
  }

  /** Reads on in the file as it is now. */
  async read(source: BundleSource, ended: boolean): Promise<void> {
    const { log } = this;
    if (this.#items === undefined) {
      const lines = new LineReader(source, log.path);
      this.#items = { lines, reader: new ItemReader(this.#indexer, lines) };
    } else this.#items.lines.renew(source);
    const end = await readSession(source, log.path, this.#indexer, ended, (batch) => {
      log.append(batch);
    });
    log.finish(end);
  }

  /** What a thing says after a line. */
  async item(index: number, line = Infinity): Promise<LoadedItem | undefined> {
    return this.#items?.reader.read(index, line);
  }
}
