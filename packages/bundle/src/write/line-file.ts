import { encode, writeAll } from "./files.ts";
import type { HostFile, HostFiles } from "./host.ts";

/** A line file that is only appended to, through one descriptor. */
export class LineFile {
  readonly #file: HostFile;
  /** Bytes of whole lines. */
  #size: number;

  private constructor(file: HostFile, size: number) {
    this.#file = file;
    this.#size = size;
  }

  static async open(files: HostFiles, path: string): Promise<LineFile> {
    const file = await files.open(path, "append");
    try {
      return new LineFile(file, await file.size());
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
  }

  /** One line with its LF, in a single write where the system takes it whole. On an error the file is cut back. */
  async append(line: string): Promise<void> {
    const bytes = encode(line);
    try {
      await writeAll(this.#file, bytes);
      this.#size += bytes.length;
    } catch (error) {
      // When this fails too, what was written stays as a torn tail.
      await this.#file.truncate(this.#size).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
