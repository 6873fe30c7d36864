import { spawnSync } from "node:child_process";

/** A command that is measured as a whole process. */
export interface Contender {
  readonly name: string;
  readonly command: readonly string[];
}

/** One run of a command: wall clock in seconds, peak memory of its largest process in MiB. */
export interface Run {
  readonly seconds: number;
  readonly mebibytes: number;
}

/** Median, least and greatest of several runs. */
export interface Summary {
  readonly seconds: number;
  readonly fastest: number;
  readonly slowest: number;
  readonly mebibytes: number;
}

/** Runs the commands in turns, so that what else the machine does hits all of them alike; one round is not counted. */
export function measure(
  contenders: readonly Contender[],
  rounds: number,
): ReadonlyMap<string, Summary> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, command } of contenders) {
      const run = runOnce(command);
      if (round >= 0) runs.get(name)?.push(run);
    }
  }
  return new Map([...runs].map(([name, list]) => [name, summarise(list)]));
}

/** Needs GNU time, which tells the peak memory of a process that has ended. */
function runOnce(command: readonly string[]): Run {
  const started = performance.now();
  const { status, stderr, error } = spawnSync("/usr/bin/time", ["-f", "peak %M", ...command], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1 << 26,
  });
  const seconds = (performance.now() - started) / 1000;
  if (error !== undefined) throw error;
  const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
  if (status !== 0 || peak === undefined)
    throw new Error(`${command.join(" ")} failed:\n${stderr}`);
  return { seconds, mebibytes: Number(peak) / 1024 };
}

function summarise(runs: readonly Run[]): Summary {
  const seconds = runs.map((run) => run.seconds).toSorted((a, b) => a - b);
  const mebibytes = runs.map((run) => run.mebibytes).toSorted((a, b) => a - b);
  return {
    seconds: median(seconds),
    fastest: seconds[0] ?? 0,
    slowest: seconds.at(-1) ?? 0,
    mebibytes: median(mebibytes),
  };
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
