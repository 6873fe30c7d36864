/** What something that was thrown says; whatever it is, this does not throw. */
export function errorText(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return thrown.message === "" ? thrown.name : thrown.message;
    if (typeof thrown === "string") return thrown;
    if (typeof thrown === "object" && thrown !== null) return objectText(thrown);
    return String(thrown);
  } catch {
    return "Something was thrown that cannot be put into words";
  }
}

function objectText(thrown: object): string {
  if ("message" in thrown && typeof thrown.message === "string") return thrown.message;
  return JSON.stringify(thrown) ?? String(thrown);
}
