import { didYouMean } from "../config/suggest.ts";
import { UsageError } from "./usage-error.ts";

const units = new Map([
  ["", 1],
  ["B", 1],
  ["kB", 1000],
  ["MB", 1000 ** 2],
  ["GB", 1000 ** 3],
  ["TB", 1000 ** 4],
  ["KiB", 1024],
  ["MiB", 1024 ** 2],
  ["GiB", 1024 ** 3],
  ["TiB", 1024 ** 4],
]);
const unitsByLowerCase = new Map([...units].map(([unit, bytes]) => [unit.toLowerCase(), bytes]));

/** The bytes of a size such as `65536`, `64MiB` or `1.5 GB`; from 1 up to `max`. */
export function parseSize(option: string, text: string, max = Number.MAX_SAFE_INTEGER): number {
  const match = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim());
  if (match === null)
    throw new UsageError(`${option}: expected a size such as 64MiB, found ${JSON.stringify(text)}`);
  const [, number = "", unit = ""] = match;
  const factor = unitsByLowerCase.get(unit.toLowerCase());
  if (factor === undefined) {
    throw new UsageError(
      `${option}: unknown unit ${unit}${didYouMean(unit, units.keys())} The units are ${[...units.keys()].filter(Boolean).join(", ")}`,
    );
  }
  const bytes = Math.round(Number(number) * factor);
  return inRange(option, bytes, text, max);
}

/** A whole number from 1 up to `max`. */
export function parseCount(
  option: string,
  text: string,
  max = Number.MAX_SAFE_INTEGER,
  min = 1,
): number {
  if (!/^\d+$/.test(text.trim())) {
    throw new UsageError(`${option}: expected a whole number, found ${JSON.stringify(text)}`);
  }
  return inRange(option, Number(text), text, max, min);
}

function inRange(option: string, value: number, text: string, max: number, min = 1): number {
  if (value >= min && value <= max) return value;
  throw new UsageError(`${option}: expected ${min} to ${max}, found ${JSON.stringify(text)}`);
}
