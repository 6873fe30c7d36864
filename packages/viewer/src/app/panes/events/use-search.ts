import { useEffect, useState } from "react";
import { useRun } from "../../state/store.ts";
import { searchLines, type SearchState } from "./search.ts";

/** Lines of a file with a text; undefined while nothing is searched. Again when the file has more lines. */
export function useSearch(
  path: string,
  wanted: string,
  lineCount: number,
): SearchState | undefined {
  const { source } = useRun();
  const [state, setState] = useState<{ wanted: string; found: SearchState }>();
  const text = wanted.trim();
  useEffect(() => {
    if (text === "") return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void searchLines(source, path, text, (found) => {
        if (isCurrent) setState({ wanted: text, found });
        return isCurrent;
      });
    }, 250);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line exhaustive-deps
  }, [path, text, lineCount]);
  return text === "" || state === undefined || state.wanted !== text ? undefined : state.found;
}
