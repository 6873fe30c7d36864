const units = [
  { ms: 86_400_000, name: "d" },
  { ms: 3_600_000, name: "h" },
  { ms: 60_000, name: "min" },
] as const;

/** A duration for people: `420 ms`, `3.2 s`, `2 min 5 s`, `1 h 4 min`. "–" when it is unknown. */
export function formatDuration(ms: number | undefined): string {
  if (ms === undefined || !Number.isFinite(ms)) return "–";
  if (ms < 0) return `−${formatDuration(-ms)}`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  const whole = Math.round(ms / 1000) * 1000;
  if (whole < 60_000) return `${whole / 1000} s`;
  const largest = units.findIndex((unit) => whole >= unit.ms);
  const first = units[largest] as (typeof units)[number];
  const next = units[largest + 1] ?? { ms: 1000, name: "s" };
  const rest = Math.floor((whole % first.ms) / next.ms);
  const head = `${Math.floor(whole / first.ms)} ${first.name}`;
  return rest === 0 ? head : `${head} ${rest} ${next.name}`;
}

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

/** A moment in the time zone of the reader; the text itself where it is no time. */
export function formatMoment(at: string | number | undefined): string {
  if (at === undefined || at === "") return "–";
  const time = typeof at === "number" ? at : Date.parse(at);
  return Number.isFinite(time) ? dateTime.format(time) : String(at);
}

/** Bytes for people: `812 B`, `4.2 kB`, `1.3 MB`. */
export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined || !Number.isFinite(bytes)) return "–";
  if (bytes < 1000) return `${bytes} B`;
  const names = ["kB", "MB", "GB", "TB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < names.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${names[unit]}`;
}

/** `1 event`, `3 events`, with separators between thousands. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}
