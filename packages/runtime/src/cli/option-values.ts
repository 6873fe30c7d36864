import { InvalidArgumentError, Option } from "commander";

/** An option whose value is a number of seconds, from 0 up, with fractions. */
export function secondsOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    const seconds = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
    // Longer than that no timer can be.
    if (seconds * 1000 <= 2 ** 31 - 1) return seconds;
    throw new InvalidArgumentError("Expected a number of seconds such as 90 or 0.5.");
  });
}

/** An option whose value is a whole number, from 0 up. */
export function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    if (/^\d{1,9}$/.test(text.trim())) return Number(text);
    throw new InvalidArgumentError("Expected a whole number.");
  });
}
