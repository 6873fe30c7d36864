import * as fc from "fast-check";

/** The files of a bundle by path. */
export type Files = Map<string, Uint8Array>;

/** One change to the files of a bundle. */
export interface Mutation {
  /** Changes the files in place. */
  apply(files: Files): void;
  /** For people who read a failing example. */
  toString(): string;
}

function mutation(name: string, apply: (files: Files) => void): Mutation {
  const show = () => name;
  return { apply, toString: show, [fc.toStringMethod]: show } as Mutation;
}

/** Texts that programs stumble over. */
const nasty = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "../../../etc/passwd",
  "/etc/passwd",
  "artifacts/../../canary.txt",
  "C:\\Windows",
  "",
  "a".repeat(5000),
  "\u0000",
  "\u001b[31m\u202e\r\n",
  "\ud800",
  "%s%n${x}",
  "acpx.flow-run-bundle.v2",
  "2026-02-30T25:61:61.999Z",
  "9".repeat(400),
];

/** Words of the format: they get further than others. */
const known =
  "completed failed timed_out running waiting ok cancelled action acp compute checkpoint shell function node run 1.0 1.1 1.2 text/plain application/json input crash".split(
    " ",
  );

const scalars: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  -1e308,
  1e-320,
  [],
  {},
  [[]],
  [null],
  ...nasty,
];

/** A value of any type, nasty ones first. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...scalars) },
  { weight: 2, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 300 }).map(nested) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...nasty)
      .map((key) => JSON.parse(`{${JSON.stringify(key)}:{"a":1}}`)),
  },
);

function nested(depth: number): unknown {
  let made: unknown = 0;
  for (let i = 0; i < depth; i += 1) made = i % 2 === 0 ? [made] : { a: made };
  return made;
}

const at = fc.nat();
const garbage = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 8 }),
  fc
    .constantFrom(
      "\n",
      "\r\n",
      "\n\n",
      "\ufeff",
      "\u2028",
      '"',
      "\\",
      "\\ud800",
      "[[[[",
      "}]",
      "1e999",
      "null",
      '{"__proto__":1,"__proto__":2}',
    )
    .map((text) => new TextEncoder().encode(text)),
);

/** Damage to bytes, as a broken disk, a lost write or a careless script leaves it. */
export const byteMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ file: at, place: at, bit: fc.nat(7) }).map(({ file, place, bit }) =>
    onFile(`flip bit ${bit} at ${place}`, file, (bytes) => {
      // slice() of a Buffer is no copy.
      const changed = Uint8Array.from(bytes);
      const i = place % Math.max(1, bytes.length);
      if (bytes.length > 0) changed[i] = (changed[i] ?? 0) ^ (1 << bit);
      return changed;
    }),
  ),
  fc
    .record({ file: at, place: at, bytes: garbage })
    .map(({ file, place, bytes }) =>
      onFile(`insert at ${place}`, file, (old) => splice(old, place, 0, bytes)),
    ),
  fc
    .record({ file: at, place: at, length: fc.nat(200) })
    .map(({ file, place, length }) =>
      onFile(`delete ${length} at ${place}`, file, (old) => splice(old, place, length)),
    ),
  fc
    .record({ file: at, place: at })
    .map(({ file, place }) =>
      onFile(`truncate at ${place}`, file, (old) => old.slice(0, place % (old.length + 1))),
    ),
  fc
    .record({ file: at, line: at, to: at })
    .map(({ file, line, to }) =>
      onLines(`copy line ${line} to ${to}`, file, (lines) =>
        lines.splice(to % (lines.length + 1), 0, lines[line % lines.length] ?? ""),
      ),
    ),
  fc
    .record({ file: at, line: at })
    .map(({ file, line }) =>
      onLines(`drop line ${line}`, file, (lines) => lines.splice(line % lines.length, 1)),
    ),
  fc.record({ file: at, other: at, from: at, place: at }).map(({ file, other, from, place }) =>
    mutation(`file ${file}: splice file ${other}, from ${from}, at ${place}`, (files) => {
      const source = files.get(pathAt(files, other)) ?? new Uint8Array();
      const part = source.slice(from % (source.length + 1)).slice(0, 2000);
      const path = pathAt(files, file);
      files.set(path, splice(files.get(path) ?? new Uint8Array(), place, part.length, part));
    }),
  ),
  fc.record({ file: at, other: at }).map(({ file, other }) =>
    mutation(`file ${file} gets the content of ${other}`, (files) => {
      files.set(pathAt(files, file), files.get(pathAt(files, other)) ?? new Uint8Array());
    }),
  ),
  at.map((file) =>
    mutation(`remove file ${file}`, (files) => void files.delete(pathAt(files, file))),
  ),
  fc
    .record({
      path: fc.constantFrom(
        "artifacts/__proto__",
        "sessions/constructor/binding.json",
        "sessions/__proto__/record.json",
        "projections/x.tmp",
        "extra/manifest.json",
      ),
      bytes: garbage,
    })
    .map(({ path, bytes }) => mutation(`add ${path}`, (files) => void files.set(path, bytes))),
);

/** A change to a JSON value in some document or line, which stays JSON: it gets further than damage to bytes. */
export const jsonMutation: fc.Arbitrary<Mutation> = fc
  .record({
    file: at,
    line: at,
    member: at,
    what: fc.constantFrom("set", "set", "set", "remove", "rename", "add", "copy"),
    value,
    key: fc.constantFrom(...nasty, "kind", "sessionId", "attemptId", "type"),
    other: at,
  })
  .map(({ file, line, member, what, value: put, key, other }) => {
    const change = (text: string): string => {
      const root = { value: JSON.parse(text) as unknown };
      const slots = slotsOf(root);
      const slot = slots[member % slots.length];
      if (slot === undefined) return text;
      const { holder, name } = slot;
      if (what === "set") define(holder, name, put);
      else if (what === "copy") {
        const from = slots[other % slots.length] ?? slot;
        define(holder, name, structuredClone(from.holder[from.name]));
      } else if (what === "add") {
        const target = holder[name];
        if (typeof target === "object" && target !== null) define(target as Members, key, put);
      } else if (holder !== (root as unknown)) {
        if (what === "rename") define(holder, key, holder[name]);
        delete holder[name];
      }
      return JSON.stringify(root.value) ?? "null";
    };
    const shown = `${JSON.stringify(put)?.slice(0, 80)} ${key.slice(0, 40)}`;
    return mutation(
      `${what} member ${member} of line ${line} of file ${file}: ${shown}`,
      (files) => {
        const paths = [...files.keys()].filter((path) => path.endsWith("json")).toSorted();
        const path = paths[file % paths.length];
        const bytes = path === undefined ? undefined : files.get(path);
        if (path === undefined || bytes === undefined) return;
        const text = Buffer.from(bytes).toString();
        try {
          if (!path.endsWith("ndjson")) return void files.set(path, encode(`${change(text)}\n`));
          const lines = text.split("\n");
          const i = line % Math.max(1, lines.length - 1);
          lines[i] = change(lines[i] ?? "");
          files.set(path, encode(lines.join("\n")));
        } catch {
          // An earlier mutation made it something else than JSON.
        }
      },
    );
  });

type Members = Record<string, unknown>;

/** Every member of every object and list in a value, and the value itself. */
function slotsOf(root: { value: unknown }): { holder: Members; name: string }[] {
  const slots: { holder: Members; name: string }[] = [];
  const visit = (holder: Members): void => {
    for (const name of Object.keys(holder)) {
      slots.push({ holder, name });
      const inner = holder[name];
      if (typeof inner === "object" && inner !== null) visit(inner as Members);
    }
  };
  visit(root as unknown as Members);
  return slots;
}

function define(holder: Members, name: string, member: unknown): void {
  const property = { value: member, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, name, property);
}

function onFile(name: string, file: number, change: (bytes: Uint8Array) => Uint8Array): Mutation {
  return mutation(`file ${file}: ${name}`, (files) => {
    const path = pathAt(files, file);
    files.set(path, change(files.get(path) ?? new Uint8Array()));
  });
}

function onLines(name: string, file: number, change: (lines: string[]) => void): Mutation {
  return onFile(name, file, (bytes) => {
    const lines = Buffer.from(bytes).toString("latin1").split("\n");
    change(lines);
    return Buffer.from(lines.join("\n"), "latin1");
  });
}

function pathAt(files: Files, index: number): string {
  const paths = [...files.keys()].toSorted();
  return paths[index % Math.max(1, paths.length)] ?? "manifest.json";
}

function splice(
  bytes: Uint8Array,
  place: number,
  remove: number,
  insert = new Uint8Array(),
): Uint8Array {
  const i = place % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, i), insert, bytes.subarray(i + remove)]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
