// How long the viewer takes to show a run, and how much memory, in a real browser. See bench/README.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser, provideBrowser } from "../scripts/browser/chromium.mjs";
import { inRoot } from "../scripts/lib/process.mjs";
import { machine, writeBetweenMarks } from "./report.ts";
import { startBundleView } from "./viewer/bundle-view.ts";
import { servePeer, type PeerTask } from "./viewer/peer.ts";
import { goalsOf, tablesOf, type Figures } from "./viewer/tables.ts";
import { visit } from "./viewer/visit.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string", multiple: true, default: [""] },
    write: { type: "boolean", default: false },
  },
});
const problem = provideBrowser();
if (problem !== undefined) throw new Error(problem);
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** What is opened, and what has to be seen then. */
interface Case {
  readonly title: string;
  /** Makes the bundle; returns its folder. */
  readonly make: () => string;
  /** The file that the peer reads: a path in the bundle. */
  readonly file: (bundle: string) => string;
  readonly task?: PeerTask;
  /** Added to the address of the run. */
  readonly query?: (bundle: string) => string;
  /** What has to be seen, in the order of the table. */
  readonly awaited: readonly string[];
  readonly scrubs?: boolean;
}

const trace = (): string => "trace.ndjson";
const session = (): string => "sessions/main-1/events.ndjson";
const run = { file: trace, awaited: ["graph", "attempt"], scrubs: true };
const largest = "300,000 events in 40,000 attempts";
const cases: readonly Case[] = [
  { ...run, title: "1,000 events in 100 attempts", make: () => generate(1000, 100) },
  { ...run, title: "40,000 events in 5,000 attempts", make: () => generate(40_000, 5000) },
  { ...run, title: largest, make: () => generate(300_000, 40_000) },
  {
    title: "A session of 100,000 messages",
    make: () => generateSession("messages", 100_000),
    file: session,
    query: () => "&tab=conversation",
    awaited: ["graph", "conversation"],
  },
  {
    title: "A line of 5 MB in a session",
    make: () => generateSession("line-bytes", 5_000_000),
    file: session,
    query: () => "&tab=events&log=session&session=main-1&event=103",
    awaited: ["graph", "event"],
  },
  {
    title: "An artifact of 100 MB",
    make: () => generateSession("artifact-bytes", 100_000_000),
    file: largestArtifact,
    task: "text",
    query: (bundle) => `&tab=artifacts&artifact=${encodeURIComponent(largestArtifact(bundle))}`,
    awaited: ["graph", "artifact"],
  },
];

const loadBefore = loadavg()[0] ?? 0;
const measured: Figures[] = [];
for (const one of cases) {
  if (values.only.some((text) => one.title.includes(text))) measured.push(await measureCase(one));
}
const load = [loadBefore, loadavg()[0] ?? 0].map((value) => value.toFixed(1)).join(" and ");
const report = [
  `${machine()}; ${browserVersion()}; medians of ${rounds} rounds. Load of the machine before and after: ${load}.`,
  ...measured.map(tablesOf),
  goalsOf(measured.find(({ title }) => title === largest)),
]
  .filter((part) => part !== "")
  .join("\n\n");
console.log(report);
if (values.write) writeBetweenMarks(inRoot("docs", "viewer-performance.md"), report);

/** Viewer and peer in turns; one round is not counted. */
async function measureCase(one: Case): Promise<Figures> {
  process.stderr.write(`${one.title}\n`);
  const bundle = one.make();
  const file = one.file(bundle);
  const figures: Figures = {
    title: one.title,
    file: `${file.startsWith("artifacts/") ? "artifact" : file} of ${megabytesOf(join(bundle, file))} MB`,
    task: one.task ?? "lines",
    awaited: one.awaited,
    peer: [],
    viewer: [],
  };
  for (let round = -1; round < rounds; round += 1) {
    const peerServer = await servePeer(join(bundle, file), one.task ?? "lines");
    const peer = await visit(async () => peerServer.url, ["parsed"], false);
    await peerServer.close();
    let server: Awaited<ReturnType<typeof startBundleView>> | undefined;
    const serve = async (): Promise<string> => {
      server = await startBundleView(bundle);
      return `${server.url}${one.query?.(bundle) ?? ""}`;
    };
    const viewer = await visit(serve, one.awaited, one.scrubs === true);
    await server?.close();
    if (round < 0) continue;
    figures.peer.push(peer);
    figures.viewer.push({ ...viewer, serveMs: viewer.began - (server?.startedAt ?? Number.NaN) });
  }
  rmSync(bundle, { recursive: true, force: true });
  return figures;
}

function browserVersion(): string {
  return execFileSync(findBrowser() ?? "", ["--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

function generate(events: number, attempts: number): string {
  const options = ["--events", String(events), "--attempts", String(attempts)];
  return make("generate.ts", options);
}

function generateSession(option: string, size: number): string {
  return make("generate-session.ts", [`--${option}`, String(size)]);
}

function make(script: string, options: readonly string[]): string {
  const path = join(folder, "bundle");
  execFileSync(process.execPath, [inRoot("bench", script), path, ...options], { stdio: "ignore" });
  return path;
}

function largestArtifact(bundle: string): string {
  const size = (name: string): number => statSync(join(bundle, "artifacts", name)).size;
  const [name = ""] = readdirSync(join(bundle, "artifacts")).toSorted((a, b) => size(b) - size(a));
  return `artifacts/${name}`;
}

function megabytesOf(path: string): string {
  return (statSync(path).size / 1e6).toFixed(1);
}
