import { useEffect, useState } from "react";
import type { EntryHead, LoadedItem } from "./batch.ts";
import type { OpenSession } from "./use-session-log.ts";

/** What things of a conversation say up to a line. Those that were not read yet come later. */
export function useItems(
  { items, log }: OpenSession,
  entries: readonly EntryHead[],
  line: number,
): (index: number) => LoadedItem | undefined {
  const [, setLoads] = useState(0);
  const key = entries.map(({ index, last }) => `${index}:${Math.min(last, line)}`).join(" ");
  useEffect(() => {
    const load = async (): Promise<void> => {
      // What was asked for before comes in here too, as it may still be in the window.
      if (await items.load(entries, line)) setLoads((loads) => loads + 1);
    };
    void load();
    // oxlint-disable-next-line exhaustive-deps -- the key has all that matters
  }, [items, log, key]);
  return (index) => items.get(index);
}
