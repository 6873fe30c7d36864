import type { Run } from "./normal/run.ts";

/** A run that is not the same in one place. */
export interface Mutant {
  readonly what: string;
  readonly run: Run;
}

const other = "something else";

/** All runs that lack one event, have one twice, or lack or change one member of an event or of the run. */
export function* mutants(run: Run): Generator<Mutant> {
  const mutant = (what: string, change: (copy: Run) => void): Mutant => {
    const copy = structuredClone(run);
    change(copy);
    return { what, run: copy };
  };
  for (const [at, { attempt, events }] of run.parts.entries()) {
    for (const [index, { type, payload }] of events.entries()) {
      const name = `${type} ${index} of ${attempt}`;
      yield mutant(`without ${name}`, ({ parts }) => {
        parts[at]!.events.splice(index, 1);
        if (parts[at]!.events.length === 0) parts.splice(at, 1);
      });
      yield mutant(`${name} twice`, ({ parts }) => {
        parts[at]!.events.splice(index, 0, structuredClone(events[index]!));
      });
      for (const key of Object.keys(payload)) {
        yield mutant(`${key} missing in ${name}`, ({ parts }) => {
          delete parts[at]!.events[index]!.payload[key];
        });
        yield mutant(`${key} changed in ${name}`, ({ parts }) => {
          parts[at]!.events[index]!.payload[key] = other;
        });
      }
    }
  }
  yield mutant("ended otherwise", (copy) => (copy.ended = other));
  yield mutant("another exit code", (copy) => (copy.exitCode = other));
  yield mutant("one output more", ({ outputs }) => outputs.push(other));
  yield mutant("one result more", ({ results }) => (results[other] = "ok"));
  yield mutant("one session more", ({ sessions }) => sessions.push(other));
  for (const key of Object.keys(run.manifest ?? {})) {
    yield mutant(`manifest with another ${key}`, ({ manifest }) => (manifest![key] = other));
  }
}
