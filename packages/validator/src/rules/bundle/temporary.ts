/** True for the leftovers of writers that were killed: `*.tmp` files and `acpx-write-…` folders, with what is in them. */
export function isTemporary(path: string): boolean {
  return path.split("/").some((name) => name.endsWith(".tmp") || name.startsWith("acpx-write-"));
}
