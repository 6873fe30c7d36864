type Members = { readonly [key: string]: unknown };

/** True when two JSON values are the same; keys in any order. Lone surrogates count as U+FFFD. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return sameText(a, b);
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && equalLists(a, b);
  return !Array.isArray(b) && equalObjects(a as Members, b as Members);
}

/** True when two texts are the same once lone surrogates are replaced by U+FFFD. */
export function sameText(a: string, b: string): boolean {
  return a === b || a.toWellFormed() === b.toWellFormed();
}

function equalLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!equalJson(a[i], b[i])) return false;
  return true;
}

function equalObjects(a: Members, b: Members): boolean {
  let members = 0;
  // oxlint-disable-next-line guard-for-in -- what both inherit is counted on both sides.
  for (const key in a) {
    const other = b[key];
    // Else an inherited member is a function, which is no JSON value.
    if ((other === undefined || key === "__proto__") && !Object.hasOwn(b, key)) return false;
    if (!equalJson(a[key], other)) return false;
    members += 1;
  }
  for (const _ in b) members -= 1;
  return members === 0;
}
