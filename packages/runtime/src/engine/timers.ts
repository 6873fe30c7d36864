import type { Host } from "@flow-bundle/bundle";

/** The longest time that a timer of Node takes. */
const longest = 2 ** 31 - 1;

/** Calls `run` once, after `ms` milliseconds, however many. The result cancels it. */
export function startTimer(host: Host, ms: number, run: () => void): () => void {
  let cancel: (() => void) | undefined = undefined;
  const wait = (left: number): void => {
    const part = Math.min(left, longest);
    cancel = host.timer(Math.ceil(part), () => (left > part ? wait(left - part) : run()));
  };
  wait(ms);
  return () => cancel?.();
}

/** Keeps the process from ending while a run goes on: its own timers do not. The result lets it end. */
export function keepAlive(): () => void {
  const timer = setInterval(() => undefined, longest);
  return () => clearInterval(timer);
}

/** Lets timers, signals and writes of other parts have their turn. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
