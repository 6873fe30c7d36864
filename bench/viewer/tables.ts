import { megabytes, ms } from "../report.ts";
import type { PeerTask } from "./peer.ts";
import type { Visit } from "./visit.ts";

/** What all rounds of one case gave. */
export interface Figures {
  readonly title: string;
  /** The file that the peer reads, and its size. */
  readonly file: string;
  /** What the peer does with it. */
  readonly task: PeerTask;
  /** What had to be seen in the viewer. */
  readonly awaited: readonly string[];
  readonly peer: Visit[];
  /** `serveMs`: from the start of the command to the beginning of the navigation. */
  readonly viewer: (Visit & { readonly serveMs: number })[];
}

const words: Readonly<Record<string, string>> = {
  graph: "viewer: the graph",
  attempt: "viewer: all is read, an attempt is open",
  conversation: "viewer: the conversation, as a whole",
  event: "viewer: the event",
  artifact: "viewer: the first part of the artifact",
};

/** A heading and two tables: when things were there, and what that took. */
export function tablesOf({ title, file, task, awaited, peer, viewer }: Figures): string {
  const peerName = `a page that only ${task === "lines" ? "parses the file" : "keeps the file as a text"}`;
  const seen = (visits: readonly Visit[], name: string): number[] =>
    visits.map(({ opening }) => opening.seen[name] ?? Number.NaN);
  const yardstick = seen(peer, "parsed");
  const last = awaited.at(-1) ?? "";
  const fromCommand = viewer.map(({ serveMs, opening }) => serveMs + (opening.seen[last] ?? NaN));
  const answered = viewer.flatMap(({ opening }) => opening.answered ?? []);
  const times = [
    timeRow(peerName, yardstick, yardstick),
    ...awaited.map((name) => timeRow(words[name] ?? name, seen(viewer, name), yardstick)),
    timeRow("the same, from the start of `bundle-view` on", fromCommand, yardstick),
    ...(answered.length > 0 ? [timeRow("another attempt after a key", answered, yardstick)] : []),
  ];
  const scrubs = viewer.flatMap(({ opening, scrubbing }) =>
    scrubbing === undefined
      ? []
      : { ...scrubbing, cpuSeconds: scrubbing.cpuSeconds - opening.cpuSeconds },
  );
  const uses = [
    useRow(peerName, openings(peer)),
    useRow("viewer, until then", openings(viewer)),
    ...(scrubs.length > 0 ? [useRow("viewer, four seconds of scrubbing", scrubs)] : []),
  ];
  return [
    `### ${title} (${file})`,
    "",
    "| | time | times that page | all runs |",
    "| --- | ---: | ---: | ---: |",
    ...times,
    "",
    "| | processor time | own memory | with the program | tasks over 50 ms | longest task | longest frame |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...uses,
  ].join("\n");
}

const openings = (visits: readonly Visit[]): Visit["opening"][] =>
  visits.map(({ opening }) => opening);

function timeRow(name: string, times: readonly number[], yardstick: readonly number[]): string {
  const time = median(times);
  const [least, most] = [Math.min(...times), Math.max(...times)];
  const all = times.length === 1 ? "one run" : `${ms(least / 1000, "")} to ${ms(most / 1000)}`;
  return `| ${[name, ms(time / 1000), (time / median(yardstick)).toFixed(2), all].join(" | ")} |`;
}

function useRow(name: string, uses: readonly Visit["opening"][]): string {
  const cells = [
    name,
    ms(median(uses.map(({ cpuSeconds }) => cpuSeconds))),
    megabytes(median(uses.map(({ ownMebibytes }) => ownMebibytes))),
    megabytes(median(uses.map(({ wholeMebibytes }) => wholeMebibytes))),
    String(median(uses.map(({ longTasks }) => longTasks.length))),
    ms(longest(uses) / 1000),
    ms(Math.max(...uses.map(({ longestFrame }) => longestFrame)) / 1000),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** What the largest trace says about the goals; "" when it was not measured. */
export function goalsOf(figures: Figures | undefined): string {
  if (figures === undefined) return "";
  const { viewer } = figures;
  const usable = median(
    viewer.map(({ serveMs, opening }) => serveMs + (opening.seen["attempt"] ?? Number.NaN)),
  );
  const scrubs = viewer.flatMap(({ scrubbing }) => scrubbing ?? []);
  const own = median(scrubs.map(({ ownMebibytes }) => ownMebibytes));
  const whole = median(scrubs.map(({ wholeMebibytes }) => wholeMebibytes));
  const bytes = own * 1024 * 1024;
  const worst = longest(scrubs);
  const rows = [
    [
      "300,000 events: all is read and an attempt open 3 s after the start",
      usable <= 3000,
      ms(usable / 1000),
    ],
    [
      "its memory is under 400 MB",
      bytes < 400e6,
      `${megabytes(own)} of its own; ${megabytes(whole)} with the program`,
    ],
    ["no task over 100 ms while scrubbing", worst <= 100, `at most ${ms(worst / 1000)}`],
  ] as const;
  return [
    "### Goals",
    "",
    "| goal | measured |",
    "| --- | --- |",
    ...rows.map(([goal, isMet, value]) => `| ${goal} | ${isMet ? "" : "**missed**: "}${value} |`),
  ].join("\n");
}

function longest(uses: readonly { readonly longTasks: readonly number[] }[]): number {
  return Math.max(0, ...uses.flatMap(({ longTasks }) => longTasks));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
