/**
 * A regular expression as a tree. `symbols` are code units; {@link other} stands for everything outside of ASCII, which
 * the patterns of our schemas never tell apart.
 */
type Pattern =
  | { readonly type: "symbols"; readonly symbols: ReadonlySet<number> }
  | { readonly type: "sequence"; readonly items: readonly Pattern[] }
  | { readonly type: "choice"; readonly items: readonly Pattern[] }
  | { readonly type: "repeat"; readonly item: Pattern; readonly min: number; readonly max: number };

const other = 128;
const alphabet: readonly number[] = Array.from({ length: other + 1 }, (_, symbol) => symbol);
const empty: Pattern = { type: "sequence", items: [] };
const never: Pattern = { type: "choice", items: [] };

/**
 * True when every text that matches `narrow` matches `wide`; undefined when one of them is beyond what is understood
 * here: `^…$` around literals, classes, groups, `|` and quantifiers.
 */
export function includes(wide: string, narrow: string): boolean | undefined {
  const start = [parsePattern(wide), parsePattern(narrow)] as const;
  if (start[0] === undefined || start[1] === undefined) return undefined;
  const waiting: (readonly [Pattern, Pattern])[] = [[start[0], start[1]]];
  const seen = new Set<string>();
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const id = `${keyOf(pair[0])} ${keyOf(pair[1])}`;
    if (seen.has(id) || keyOf(pair[1]) === keyOf(never)) continue;
    seen.add(id);
    if (matchesEmpty(pair[1]) && !matchesEmpty(pair[0])) return false;
    for (const symbol of alphabet) waiting.push([after(pair[0], symbol), after(pair[1], symbol)]);
  }
  return true;
}

function matchesEmpty(pattern: Pattern): boolean {
  if (pattern.type === "symbols") return false;
  if (pattern.type === "sequence") return pattern.items.every(matchesEmpty);
  if (pattern.type === "choice") return pattern.items.some(matchesEmpty);
  return pattern.min === 0 || matchesEmpty(pattern.item);
}

/** What is still to be matched once the symbol was read (the derivative). */
function after(pattern: Pattern, symbol: number): Pattern {
  if (pattern.type === "symbols") return pattern.symbols.has(symbol) ? empty : never;
  if (pattern.type === "choice") return choice(pattern.items.map((item) => after(item, symbol)));
  if (pattern.type === "sequence") {
    const [first, ...rest] = pattern.items;
    if (first === undefined) return never;
    const here = sequence([after(first, symbol), ...rest]);
    return matchesEmpty(first) ? choice([here, after(sequence(rest), symbol)]) : here;
  }
  const { item, min, max } = pattern;
  if (max === 0) return never;
  const fewer = { ...pattern, min: matchesEmpty(item) ? 0 : Math.max(0, min - 1), max: max - 1 };
  return sequence([after(item, symbol), fewer]);
}

function sequence(items: readonly Pattern[]): Pattern {
  const flat = items.flatMap((item) => (item.type === "sequence" ? item.items : [item]));
  if (flat.some((item) => item.type === "choice" && item.items.length === 0)) return never;
  const kept = flat.filter((item) => !(item.type === "repeat" && item.max === 0));
  return kept.length === 1 && kept[0] ? kept[0] : { type: "sequence", items: kept };
}

function choice(items: readonly Pattern[]): Pattern {
  const flat = items.flatMap((item) => (item.type === "choice" ? item.items : [item]));
  const kept = [...new Map(flat.map((item) => [keyOf(item), item]))]
    .toSorted(([one], [two]) => (one < two ? -1 : 1))
    .map(([, item]) => item);
  return kept.length === 1 && kept[0] ? kept[0] : { type: "choice", items: kept };
}

const keys = new WeakMap<Pattern, string>();

function keyOf(pattern: Pattern): string {
  const known = keys.get(pattern);
  if (known !== undefined) return known;
  const key = describe(pattern);
  keys.set(pattern, key);
  return key;
}

function describe(pattern: Pattern): string {
  if (pattern.type === "symbols") {
    return `[${[...pattern.symbols].toSorted((a, b) => a - b).join()}]`;
  }
  if (pattern.type === "repeat") return `(${keyOf(pattern.item)}){${pattern.min},${pattern.max}}`;
  return `${pattern.type}(${pattern.items.map(keyOf).join("|")})`;
}

/** Parses `^…$`; undefined for what is not understood. */
function parsePattern(source: string): Pattern | undefined {
  if (!source.startsWith("^") || !source.endsWith("$") || source.endsWith("\\$")) return undefined;
  const text = source.slice(1, -1);
  let at = 0;
  let depth = 0;

  const fail = (): never => {
    throw new SyntaxError(source);
  };
  const parseChoice = (): Pattern => {
    const items = [parseSequence()];
    while (text[at] === "|") {
      // Outside of a group it would part the anchors too.
      if (depth === 0) fail();
      at += 1;
      items.push(parseSequence());
    }
    return choice(items);
  };
  const parseSequence = (): Pattern => {
    const items: Pattern[] = [];
    while (at < text.length && text[at] !== "|" && text[at] !== ")") items.push(parseQuantified());
    return sequence(items);
  };
  const parseQuantified = (): Pattern => {
    const item = parseAtom();
    const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(text.slice(at));
    if (quantifier === null) return item;
    at += quantifier[0].length;
    const [mark, low = "", comma, high = ""] = quantifier;
    if (mark === "*") return { type: "repeat", item, min: 0, max: Infinity };
    if (mark === "+") return { type: "repeat", item, min: 1, max: Infinity };
    if (mark === "?") return { type: "repeat", item, min: 0, max: 1 };
    const max = high !== "" ? Number(high) : comma === "" ? Number(low) : Infinity;
    return { type: "repeat", item, min: Number(low), max };
  };
  const parseAtom = (): Pattern => {
    const character = text[at] ?? fail();
    if (character === "(") {
      at += text.startsWith("(?:", at) ? 3 : 1;
      if (text[at] === "?") fail();
      depth += 1;
      const inner = parseChoice();
      depth -= 1;
      if (text[at] !== ")") fail();
      at += 1;
      return inner;
    }
    if (character === "[") return parseClass();
    if (character === ".") {
      at += 1;
      return symbols(alphabet.filter((symbol) => symbol !== 10 && symbol !== 13));
    }
    if ("^$*+?{".includes(character)) fail();
    return symbols([parseSymbol()]);
  };
  const parseClass = (): Pattern => {
    at += 1;
    const negated = text[at] === "^";
    if (negated) at += 1;
    const members = new Set<number>();
    while (text[at] !== "]") {
      if (at >= text.length) fail();
      const low = parseSymbol();
      let high = low;
      if (text[at] === "-" && text[at + 1] !== "]") {
        at += 1;
        high = parseSymbol();
      }
      for (let symbol = low; symbol <= high; symbol += 1) members.add(symbol);
    }
    at += 1;
    return symbols(negated ? alphabet.filter((symbol) => !members.has(symbol)) : [...members]);
  };
  const parseSymbol = (): number => {
    if (text[at] === "\\") {
      at += 1;
      // Classes such as \d and escapes such as \n are not used in our schemas.
      if (/[A-Za-z0-9]/.test(text[at] ?? "0")) fail();
    }
    const code = text.charCodeAt(at);
    at += 1;
    return code < other ? code : fail();
  };

  try {
    const pattern = parseChoice();
    return at === text.length ? pattern : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function symbols(members: readonly number[]): Pattern {
  return { type: "symbols", symbols: new Set(members) };
}
