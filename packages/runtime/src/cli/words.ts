import { printable } from "@flow-bundle/bundle";

/** `1 attempt`, `3 attempts`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A duration in milliseconds for people: `12 ms`, `2.1 s`, `3 min 05 s`, `1 h 02 min`, `2 d 03 h`. */
export function durationInWords(ms: number): string {
  if (!Number.isFinite(ms)) return "";
  const whole = Math.max(0, Math.round(ms));
  if (whole < second) return `${whole} ms`;
  // 59.96 s would become 60.0 s.
  if (whole < minute - 50) return `${(whole / second).toFixed(1)} s`;
  const rounded = Math.max(minute, Math.round(whole / second) * second);
  if (rounded < hour) return two(rounded, minute, "min", second, "s");
  return rounded < day ? two(rounded, hour, "h", minute, "min") : two(rounded, day, "d", hour, "h");
}

function two(ms: number, large: number, largeUnit: string, small: number, smallUnit: string) {
  const rest = Math.floor((ms % large) / small);
  return `${Math.floor(ms / large)} ${largeUnit} ${String(rest).padStart(2, "0")} ${smallUnit}`;
}

/** The time between two moments of a bundle, for people; empty when one is not known. */
export function spanInWords(from: string | undefined, to: string | undefined): string {
  return from === undefined || to === undefined
    ? ""
    : durationInWords(Date.parse(to) - Date.parse(from));
}

/** The clock where the user is: `09:05:59`. A text that is no time stays as it is. */
export function clock(at: string): string {
  return localTime(at)?.slice(11) ?? printable(at);
}

/** Date and clock where the user is: `2026-11-22 09:05:59`. A text that is no time stays as it is. */
export function dateAndClock(at: string): string {
  return localTime(at) ?? printable(at);
}

function localTime(at: string): string | undefined {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return undefined;
  const date = [pad(time.getFullYear(), 4), pad(time.getMonth() + 1), pad(time.getDate())];
  const hours = [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => pad(part));
  return `${date.join("-")} ${hours.join(":")}`;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
