const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Milliseconds within which signals are one: a terminal that is closed sends two. */
const together = 50;

/**
 * Takes the signals that ask the process to end: the first calls the function, one more ends the process at once. The
 * result gives them back.
 */
export function onEndSignals(first: () => void): () => void {
  let since: number | undefined;
  const handler = (): void => {
    if (since === undefined) {
      since = performance.now();
      first();
    } else if (performance.now() - since > together) process.exit(130);
  };
  for (const signal of signals) process.on(signal, handler);
  return () => {
    for (const signal of signals) process.off(signal, handler);
  };
}
