import type { Json, Run } from "./normal/run.ts";

/** A run as lines of text, for comparing and for people. */
export function lines(run: Run): string[] {
  const { parts, flow, ...facts } = run;
  return [
    ...Object.entries(facts).map(([key, value]) => `${key}: ${compact(value as Json)}`),
    `flow: ${compact(flow)}`,
    ...parts.flatMap(({ attempt, events }) =>
      events.map(({ type, session, payload }) => {
        const of = session === undefined ? "" : ` (${session})`;
        return `${JSON.stringify(attempt).slice(1, -1)}: ${type}${of} ${compact(payload)}`;
      }),
    ),
  ];
}

/** JSON with sorted keys. */
function compact(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(compact).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${compact(value[key]!)}`);
  return `{${members.join(",")}}`;
}
