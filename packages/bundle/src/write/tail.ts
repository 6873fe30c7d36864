import { parseStrict } from "../json/parse.ts";
import { readLines } from "../ndjson/read-lines.ts";
import type { BundleSource } from "../source/source.ts";
import { BundleWriteError } from "./errors.ts";
import { writeAll } from "./files.ts";
import type { Host, HostFile } from "./host.ts";
import type { SessionPosition } from "./session.ts";

/** Cuts a line file back to whole lines. The bytes that are cut are added to a file outside of the bundle first. */
export async function cutTail(
  { files }: Host,
  source: BundleSource,
  bundle: string,
  path: string,
  size: number,
  tailPath: string,
): Promise<void> {
  const tail = await files.open(tailPath, "append-or-new");
  await closing(tail, async () => {
    for await (const bytes of source.blocks(path, size)) await writeAll(tail, bytes);
    await tail.sync();
  });
  const file = await files.open(`${bundle}/${path}`, "append");
  await closing(file, () => file.truncate(size));
}

async function closing(file: HostFile, use: () => Promise<void>): Promise<void> {
  try {
    await use();
  } finally {
    await file.close();
  }
}

/** Where the events of a session end, and from which byte on they are a torn tail, if they are. */
export async function findSessionEnd(
  source: BundleSource,
  path: string,
): Promise<SessionPosition & { readonly tornFrom?: number }> {
  let last: SessionPosition = { seq: 0, at: "" };
  let tornFrom: number | undefined;
  for await (const { lines, unterminated } of readLines(source, path)) {
    for (const [index, { text, byteOffset }] of lines.entries()) {
      const isWhole = !(unterminated && index === lines.length - 1);
      const event = isWhole ? positionOf(text) : undefined;
      if (event === undefined) tornFrom ??= byteOffset;
      else if (tornFrom !== undefined || event.seq !== last.seq + 1) {
        throw new BundleWriteError("damaged", `${path} is damaged before its last line`);
      } else last = event;
    }
  }
  return tornFrom === undefined ? last : { ...last, tornFrom };
}

function positionOf(text: string): SessionPosition | undefined {
  const { value } = parseStrict(text, { decoded: true, maxProblems: 1 });
  if (typeof value !== "object" || value === null) return undefined;
  const { seq, at } = value as { readonly seq?: unknown; readonly at?: unknown };
  return typeof seq === "number" && typeof at === "string" ? { seq, at } : undefined;
}
