/**
 * A matcher for a glob over `/`-separated paths: `*` and `?` stay inside a segment, `**` as a whole segment stands for
 * any number of segments, everything else stands for itself. A leading `./` and a trailing `/` do not matter.
 */
export function glob(pattern: string): (path: string) => boolean {
  const segments = normal(pattern).split("/");
  return (path) => matchSegments(segments, normal(path).split("/"));
}

function normal(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/+$/, "");
}

/** Both functions go back to the last star only, so that no pattern takes more than pattern times path. */
function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  return match(pattern, path, (item) => item === "**", matchSegment);
}

function matchSegment(pattern: string, segment: string): boolean {
  return match([...pattern], [...segment], (item) => item === "*", sameCharacter);
}

function sameCharacter(wanted: string, found: string): boolean {
  return wanted === "?" || wanted === found;
}

function match<T>(
  pattern: readonly T[],
  items: readonly T[],
  isStar: (item: T) => boolean,
  same: (wanted: T, found: T) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < items.length;) {
    const wanted = pattern[at];
    const item = items[index];
    if (wanted !== undefined && isStar(wanted)) {
      star = at;
      resume = index;
      at += 1;
    } else if (wanted !== undefined && item !== undefined && same(wanted, item)) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(isStar);
}
