import { useState } from "react";
import { clampShare, parseShare, type Limits } from "./split.ts";

/**
 * How an area is split, in percent; undefined while nobody moved the edge. It is kept in this browser, where that is
 * allowed, for all runs.
 */
export function useShare(
  name: string,
  limits: Limits,
): readonly [number | undefined, (share: number | undefined) => void] {
  const key = `flow-viewer.split.${name}`;
  const [share, setShare] = useState(() => parseShare(read(key), limits));
  const set = (next: number | undefined): void => {
    const kept = next === undefined ? undefined : clampShare(next, limits);
    setShare(kept);
    write(key, kept);
  };
  return [share, set];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser may forbid that to a page.
    return null;
  }
}

function write(key: string, share: number | undefined): void {
  try {
    if (share === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, String(share));
  } catch {
    // Then it is forgotten with the page.
  }
}
