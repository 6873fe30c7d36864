import { spawnSync } from "node:child_process";

/** A command that is measured as a whole process. */
export interface Contender {
  readonly name: string;
  readonly command: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** It takes so long that it is run once only. */
  readonly once?: boolean;
}

/** One run of a command: times in seconds, peak memory of its largest process in MiB. */
export interface Run {
  /** Wall clock. */
  readonly seconds: number;
  /** Time of processors, with that of the processes that it started and waited for. */
  readonly cpuSeconds: number;
  readonly mebibytes: number;
}

/** Median, least and greatest of several runs. */
export interface Summary {
  readonly seconds: number;
  readonly fastest: number;
  readonly slowest: number;
  readonly cpuSeconds: number;
  readonly mebibytes: number;
  /** How many there were. */
  readonly runs: number;
}

/** Runs the commands in turns, so that what else the machine does hits all of them alike; one round is not counted. */
export function measure(
  contenders: readonly Contender[],
  rounds: number,
): ReadonlyMap<string, Summary> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, command, env, once = false } of contenders) {
      if (once && round !== 0) continue;
      const run = runOnce(command, env);
      if (round >= 0) runs.get(name)?.push(run);
    }
  }
  return new Map([...runs].map(([name, list]) => [name, summarise(list)]));
}

/** Needs GNU time, which tells what a process took that has ended. */
function runOnce(command: readonly string[], env: Contender["env"]): Run {
  const started = performance.now();
  const format = "peak %M cpu %U %S";
  const { status, stderr, error } = spawnSync("/usr/bin/time", ["-f", format, ...command], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  const seconds = (performance.now() - started) / 1000;
  if (error !== undefined) throw error;
  const found = /^peak (\d+) cpu ([\d.]+) ([\d.]+)$/m.exec(stderr);
  if (status !== 0 || found === null) throw new Error(`${command.join(" ")} failed:\n${stderr}`);
  const [, peak, user, system] = found.map(Number);
  return {
    seconds,
    cpuSeconds: (user ?? 0) + (system ?? 0),
    mebibytes: (peak ?? 0) / 1024,
  };
}

/** Median, least and greatest of runs. */
export function summarise(runs: readonly Run[]): Summary {
  const sorted = (one: (run: Run) => number): number[] => runs.map(one).toSorted((a, b) => a - b);
  const seconds = sorted((run) => run.seconds);
  return {
    seconds: median(seconds),
    fastest: seconds[0] ?? 0,
    slowest: seconds.at(-1) ?? 0,
    cpuSeconds: median(sorted((run) => run.cpuSeconds)),
    mebibytes: median(sorted((run) => run.mebibytes)),
    runs: runs.length,
  };
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
