import type { ManifestSession } from "@flow-bundle/schema";

/**
 * The session that the three paths of an entry agree on, when that is another than its `id` says: then one field is
 * wrong and not three.
 */
export function otherIdOf({
  id,
  bindingPath,
  recordPath,
  eventsPath,
}: ManifestSession): string | undefined {
  const other = /^sessions\/([^/]+)\/binding\.json$/.exec(bindingPath)?.[1];
  if (other === undefined || other === id) return undefined;
  const agree =
    recordPath === `sessions/${other}/record.json` &&
    eventsPath === `sessions/${other}/events.ndjson`;
  return agree ? other : undefined;
}
