const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal that asks the process to end. */
export type EndSignal = (typeof signals)[number];

/**
 * Takes the signals that ask the process to end: the first one, and each after it. The result gives them back.
 * Signals that come together count as one: a terminal that is closed sends two.
 */
export function onEndSignals(
  first: (signal: EndSignal) => void,
  again: (signal: EndSignal) => void,
): () => void {
  let since: number | undefined;
  const handler = (signal: EndSignal) => {
    if (since === undefined) {
      since = performance.now();
      first(signal);
    } else if (performance.now() - since > together) again(signal);
  };
  for (const signal of signals) process.on(signal, handler);
  return () => {
    for (const signal of signals) process.off(signal, handler);
  };
}

/** Milliseconds within which signals are one. */
const together = 50;
