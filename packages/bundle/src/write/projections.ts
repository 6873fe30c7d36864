import type { SessionBinding } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import type { AttemptState } from "../fold/state.ts";
import { fits, projectedBytesLimit } from "../projection/limit.ts";
import { projectLive } from "../projection/live.ts";
import { prefetch } from "../projection/prefetch.ts";
import type { ContentReader } from "../projection/prefetch.ts";
import type { ProjectionResolver } from "../projection/resolver.ts";
import { projectRun } from "../projection/run.ts";
import { projectStep } from "../projection/steps.ts";
import { toDocument } from "../seal/serialise.ts";

const noSteps = "[]\n}\n";
/** Length of the parts in which steps are written, in UTF-16 units. */
const partLength = 128 * 1024;

/**
 * The projections of a run that goes on. A step is projected and serialised once, when its attempt ends; what `run.json`
 * repeats beyond steps is kept, so that the texts can be made at any moment without reading a file.
 */
export class Projections {
  readonly #fold: FoldState;
  readonly #content: ContentReader;
  /** Serialised steps, as they stand in `steps.json`. */
  readonly #steps: string[] = [];
  readonly #bindings = new Map<string, SessionBinding>();
  /** The artifacts that `run.json` repeats: the input, and the current output of each node, by whose they are. */
  readonly #repeated = new Map<string, string>();
  /** Their content by path: a text or a value. */
  readonly #kept = new Map<string, unknown>();
  readonly #resolver: ProjectionResolver = {
    text: ({ path }) => this.#kept.get(path) as string | undefined,
    json: ({ path }) => this.#kept.get(path),
    binding: (sessionId) => this.#bindings.get(sessionId),
  };

  constructor(fold: FoldState, content: ContentReader) {
    this.#fold = fold;
    this.#content = content;
  }

  bind(sessionId: string, binding: SessionBinding): void {
    this.#bindings.set(sessionId, binding);
  }

  binding(sessionId: string): SessionBinding | undefined {
    return this.#bindings.get(sessionId);
  }

  /** Takes the last event into account. To be called after each one, before the next is folded. */
  async follow(type: string): Promise<void> {
    const { inputArtifact, finishedAttempts } = this.#fold;
    if (type === "run_started" && inputArtifact !== undefined) {
      const isJson = inputArtifact.mediaType === "application/json";
      const value = isJson
        ? await this.#content.json(inputArtifact)
        : await this.#content.text(inputArtifact);
      this.#keep("input", inputArtifact.path, value);
    }
    const last = finishedAttempts.at(-1);
    if (last === undefined) return;
    if (type === "node_outcome") await this.#addStep(last);
    // It may replace the output of the checkpoint.
    if (type === "run_resumed") {
      this.#steps.pop();
      await this.#addStep(last);
    }
  }

  live(): string {
    return toDocument(projectLive(this.#fold, this.#resolver));
  }

  /** In parts, of the state that there is now. */
  steps(): Iterable<string> {
    return this.#steps.length === 0 ? ["[]\n"] : inParts("[\n", [...this.#steps], "\n]\n");
  }

  /** In parts, of the state that there is now. */
  run(): Iterable<string> {
    const text = toDocument(projectRun(this.#fold, this.#resolver, []));
    if (this.#steps.length === 0) return [text];
    const begin = `${text.slice(0, -noSteps.length)}[\n  `;
    return inParts(begin, [...this.#steps], "\n  ]\n}\n", "  ");
  }

  async #addStep(attempt: AttemptState): Promise<void> {
    const resolver = await prefetch(this.#fold, this.#content, [attempt]);
    const step = toDocument([projectStep(this.#fold, attempt, resolver)]);
    this.#steps.push(step.slice("[\n".length, -"\n]\n".length));
    if (attempt.outcome !== "ok") return;
    const { output, nodeId } = attempt;
    const owner = `node ${nodeId}`;
    this.#forget(owner);
    if (output === null || "inline" in output) return;
    const isJson = output.artifact.mediaType === "application/json";
    const value = isJson ? resolver.json(output.artifact) : resolver.text(output.artifact);
    this.#keep(owner, output.artifact.path, value);
  }

  #keep(owner: string, path: string, value: unknown): void {
    if (value === undefined || !fits(value, projectedBytesLimit)) return;
    this.#repeated.set(owner, path);
    this.#kept.set(path, value);
  }

  #forget(owner: string): void {
    const path = this.#repeated.get(owner);
    if (path === undefined) return;
    this.#repeated.delete(owner);
    if (![...this.#repeated.values()].includes(path)) this.#kept.delete(path);
  }
}

/** Steps between a beginning and an end. All of them in one text would take many times the memory of a long run. */
function* inParts(
  begin: string,
  steps: readonly string[],
  end: string,
  indent = "",
): Generator<string> {
  const separator = `,\n${indent}`;
  let part = begin;
  for (const [index, step] of steps.entries()) {
    if (index > 0) part += separator;
    part += indent === "" ? step : step.replaceAll("\n", `\n${indent}`);
    if (part.length < partLength) continue;
    yield part;
    part = "";
  }
  yield part + end;
}
