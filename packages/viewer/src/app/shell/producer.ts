/** Who wrote the bundle, by its raw manifest: `name version`; undefined when it does not say. */
export function producerOf(manifest: unknown): string | undefined {
  const producer = member(manifest, "producer");
  const parts = [member(producer, "name"), member(producer, "version")];
  const texts = parts.filter((part) => typeof part === "string" && part !== "");
  return texts.length === 0 ? undefined : texts.join(" ");
}

function member(value: unknown, key: string): unknown {
  const has = typeof value === "object" && value !== null && Object.hasOwn(value, key);
  return has ? (value as { readonly [key: string]: unknown })[key] : undefined;
}
