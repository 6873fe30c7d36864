import type { Operation } from "../../mutate/operation.ts";
import { splitLines } from "../../mutate/lines.ts";
import { loadBase, versionOf } from "../bases.ts";
import { shortName, type ExpandedCase, type FamilyType } from "./family.ts";

/** How the trace is torn after a whole line: what stands there in place of the rest. */
const forms = {
  half: "the first half of the next line",
  "without-lf": "the next line without its LF",
  garbage: "a line that is not JSON",
  "not-utf8": "a line that is not UTF-8",
  blank: "a blank line",
  several: "a blank line, half a line and zeros",
} as const;

type Form = keyof typeof forms;

interface Data {
  /** Bundles, with the capabilities that a reader needs for each. */
  readonly bundles: Readonly<Record<string, readonly string[]>>;
  /** Every how many lines the trace is torn; each time in the next form. */
  readonly tornEvery: number;
}

const trace = "trace.ndjson";

/**
 * Three ways to see a run in the middle, for readers: the state after an event that is asked for; a bundle whose writer
 * has got so far; and one whose writer was killed in the next line.
 */
export const prefixes: FamilyType<Data> = {
  expand: ({ bundles, tornEvery }) =>
    Object.entries(bundles).flatMap(([base, capabilities]) =>
      [...ofBundle(base, tornEvery)].map((item) => ({
        ...item,
        capabilities: [...capabilities, ...item.capabilities],
      })),
    ),
};

function* ofBundle(base: string, tornEvery: number): Iterable<ExpandedCase> {
  const bytes = loadBase(base).get(trace) ?? new Uint8Array();
  const { lines } = splitLines(bytes);
  const name = shortName(base);
  const all = Object.keys(forms) as Form[];
  const common: Pick<ExpandedCase, "role" | "status" | "specVersions"> = {
    role: "reader",
    status: "active",
    specVersions: [versionOf(base)],
  };
  let end = 0;
  let torn = 0;
  for (let count = 0; count <= lines.length; count += 1) {
    const number = String(count).padStart(3, "0");
    const expect = { view: { file: `views/prefixes/${name}.ndjson`, line: count + 1 } };
    yield {
      ...common,
      id: `reader/up-to-seq/${name}/${number}`,
      title: `${name}: the state after event ${count}`,
      requirements: ["view-fold"],
      capabilities: ["up-to-seq"],
      bundle: { base },
      request: { upToSeq: count },
      expect,
    };
    const next = lines[count];
    if (next === undefined) return;
    const running = unfinished(base, end);
    yield {
      ...common,
      id: `reader/running/${name}/${number}`,
      title: `${name}: the run goes on, and ${count} events are written`,
      requirements: ["view-fold", "trace-in-progress", ...(count === 0 ? ["trace-empty"] : [])],
      capabilities: [],
      bundle: { base, mutation: running },
      expect,
    };
    if (count % tornEvery === tornEvery - 1) {
      const form = all[torn % all.length] as Form;
      torn += 1;
      yield {
        ...common,
        id: `reader/torn/${name}/${number}-${form}`,
        title: `${name}: ${count} events, then ${forms[form]}`,
        requirements: ["trace-torn-tail", "reader-says-what-is-missing"],
        capabilities: ["torn-tail"],
        bundle: { base, mutation: [...running, tear(form, next)] },
        expect: { ...expect, torn: true },
      };
    }
    end += next.length + 1;
  }
}

/** The bundle as it was while the run went on: the trace ends after so many bytes, and the manifest says `running`. */
function unfinished(base: string, bytes: number): Operation[] {
  const manifest = JSON.parse(
    Buffer.from(loadBase(base).get("manifest.json") ?? []).toString(),
  ) as object;
  const file = "manifest.json";
  return [
    { op: "truncate", file: trace, bytes },
    { op: "set", file, pointer: "/status", value: "running" },
    ...["finishedAt", "seal"]
      .filter((key) => Object.hasOwn(manifest, key))
      .map((key): Operation => ({ op: "remove", file, pointer: `/${key}` })),
    ...(versionOf(base) === "1.1" ? [{ op: "reproject" } as const] : []),
  ];
}

function tear(form: Form, next: Uint8Array): Operation {
  return { op: "append", file: trace, base64: tail(form, Buffer.from(next)).toString("base64") };
}

function tail(form: Form, next: Buffer): Buffer {
  const half = next.subarray(0, next.length >> 1);
  switch (form) {
    case "half":
      return half;
    case "without-lf":
      return next;
    case "garbage":
      return Buffer.concat([half, Buffer.from("\n")]);
    case "not-utf8":
      return Buffer.from([0x22, 0xc3, 0x28, 0x22, 0x0a]);
    case "blank":
      return Buffer.from("\n");
    case "several":
      return Buffer.concat([Buffer.from("\n"), half, Buffer.from("\n\0\0\0\0")]);
  }
}
