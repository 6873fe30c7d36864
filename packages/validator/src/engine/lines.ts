import { parseStrict, readLines } from "@flow-bundle/bundle";
import type {
  JsonOptions,
  JsonProblem,
  JsonProblemCode,
  Line,
  LineBlock,
} from "@flow-bundle/bundle";
import type { FindingInput } from "./finding.ts";
import { reportUnreadable } from "./documents.ts";
import { jsonFinding, jsonRule, omittedFinding } from "./problems.ts";
import type { Cause } from "./inputs.ts";
import type { Validation } from "./validation.ts";

/** How one NDJSON file is read: trace or session events. */
export interface LinesOptions {
  readonly file: string;
  /** A bad end is a torn tail (the run has not ended) and reported under this rule. */
  readonly tornRule: string | undefined;
  /** A key of each line whose value stays as it came: `message` of a session event. */
  readonly exemptKey?: string;
  /**
   * A line that is one JSON value; `isClean` when nothing was found wrong with its text. Returns the rule it breaks, when
   * it is not to be used.
   */
  readonly onValue: (value: unknown, line: Line, isClean: boolean) => string | undefined;
  /** Deals with a line without parsing it; false when it has to be parsed. */
  readonly shortcut?: (line: Line) => boolean;
  /** Called once, as soon as the file's content is known to be unreliable. */
  readonly onUnreliable?: () => void;
}

/** What became of the file. `cause` is the first thing that makes its content unreliable. */
export interface LinesResult {
  readonly lines: number;
  readonly bytes: number;
  readonly cause: Cause | undefined;
  readonly tornAt: { readonly line: number; readonly byteOffset: number } | undefined;
}

/**
 * Reads an NDJSON file line by line. Bad lines are held back until a good one follows (then they are corruption) or the
 * file ends (then they are a torn tail, if `tornRule` says that this may be); spec/text/run-lifecycle.md.
 */
export async function checkLines(
  validation: Validation,
  options: LinesOptions,
): Promise<LinesResult> {
  const { file } = options;
  const reader = new LineChecker(validation, options);
  let read = 0;
  try {
    for await (const block of readLines(validation.source, file, {
      maxLineBytes: validation.limits.lineBytes,
    })) {
      reader.block(block);
      validation.progress(block.endOffset - read);
      read = block.endOffset;
    }
  } catch (error) {
    reader.fail(reportUnreadable(validation, file, error));
  }
  return reader.end(validation.entries.get(file)?.bytes ?? 0);
}

/** A finding on a bad line that may yet turn out to be a torn tail. Without the line's text, which may be long. */
interface Held {
  readonly rule: string;
  /** Undefined: nothing is wrong with the line unless it is the last. */
  readonly finding: FindingInput | undefined;
  readonly line: number;
  readonly byteOffset: number;
}

/** Lines that are refused, whatever they are. */
const limits: ReadonlyMap<JsonProblemCode, string> = new Map([
  ["depth-limit", "limits/depth"],
  ["size-limit", "limits/line-length"],
]);

class LineChecker {
  readonly #validation: Validation;
  readonly #options: LinesOptions;
  #held: Held[] = [];
  /** How many more bad lines there are than `#held` holds. */
  #more = 0;
  #lines = 0;
  #cause: Cause | undefined;
  readonly #json: JsonOptions;

  constructor(validation: Validation, options: LinesOptions) {
    this.#validation = validation;
    this.#options = options;
    const { exemptKey } = options;
    this.#json = {
      ...validation.jsonOptions,
      decoded: true,
      ...(exemptKey === undefined ? {} : { exemptKey }),
    };
  }

  fail(ruleId: string, line?: number): void {
    if (this.#cause !== undefined) return;
    this.#cause = { ruleId, file: this.#options.file, ...(line === undefined ? {} : { line }) };
    this.#options.onUnreliable?.();
  }

  block({ lines, unterminated }: LineBlock): void {
    const last = lines.length - 1;
    for (let i = 0; i <= last; i += 1) this.#line(lines[i] as Line, unterminated && i === last);
  }

  #line(line: Line, unterminated: boolean): void {
    this.#lines = line.line;
    if (line.problem !== undefined) {
      if (this.#refused(line)) return;
    } else if (!unterminated && this.#held.length === 0) {
      if (this.#options.shortcut?.(line) === true) return;
    }
    const { value, problems, omitted } = parseStrict(line.text, this.#json);
    if (value === undefined) {
      const problem = problems[0];
      if (problem === undefined) return;
      const limit = limits.get(problem.code);
      if (limit !== undefined) {
        this.#validation.findings.add(limit, jsonFinding(problem, this.#place(line)));
        this.fail(limit, line.line);
        return;
      }
      this.#hold(jsonRule(problem.code), line, jsonFinding(problem, this.#place(line)));
      return;
    }
    if (unterminated) {
      if (this.#options.tornRule !== undefined) {
        this.#hold("json/final-newline", line, undefined);
        return;
      }
      this.#add(
        "json/final-newline",
        line,
        "The last line does not end with LF",
        "end each line with one LF, the last too",
      );
    }
    if (this.#held.length > 0) this.#release();
    if (problems.length > 0) this.#reportAll(line, problems, omitted);
    const isClean = line.problem === undefined && problems.length === 0;
    const broken = this.#options.onValue(value, line, isClean);
    if (broken !== undefined) this.fail(broken, line.line);
  }

  #reportAll(line: Line, problems: readonly JsonProblem[], omitted: number): void {
    for (const problem of problems) {
      const severity = this.#report(line, problem);
      if (severity === "error" && problem.code === "duplicate-key")
        this.fail("json/duplicate-key", line.line);
    }
    const last = problems.at(-1);
    if (omitted > 0 && last !== undefined) {
      this.#validation.findings.add(
        jsonRule(last.code),
        omittedFinding(omitted, this.#place(line)),
      );
    }
  }

  end(bytes: number): LinesResult {
    const { file, tornRule } = this.#options;
    const first = this.#held[0];
    let tornAt: LinesResult["tornAt"];
    if (first !== undefined) {
      if (tornRule === undefined) {
        this.#release();
      } else {
        tornAt = { line: first.line, byteOffset: first.byteOffset };
        const lines = this.#held.length + this.#more;
        const lost = bytes - first.byteOffset;
        this.#validation.findings.add(tornRule, {
          file,
          ...tornAt,
          message: `The end of the file is torn: its last ${count(lost, "byte")} (${count(lines, "line")}) are no whole lines and do not count`,
          hint: "readers ignore a torn tail; opening the run for append cuts it",
        });
      }
    }
    return {
      lines: tornAt === undefined ? this.#lines : tornAt.line - 1,
      bytes,
      cause: this.#cause,
      tornAt,
    };
  }

  /** Deals with a problem of the line as bytes; true when its text is not to be parsed. */
  #refused(line: Line): boolean {
    switch (line.problem) {
      case "too-long":
        this.#add(
          "limits/line-length",
          line,
          `The line is longer than the limit of ${this.#validation.limits.lineBytes} bytes`,
          "the limit can be raised with --max-line-bytes",
        );
        this.fail("limits/line-length", line.line);
        return true;
      case "blank":
        this.#hold("json/blank-line", line, {
          ...this.#place(line),
          message: "The line is blank",
          hint: "each line holds one JSON value",
        });
        return true;
      case "invalid-utf8":
        this.#hold("json/encoding", line, {
          ...this.#place(line),
          message: `Byte ${(line.badByte ?? line.byteOffset) - line.byteOffset + 1} of the line is not part of valid UTF-8`,
          hint: "decode foreign bytes before writing them, with U+FFFD for what is not valid",
        });
        return true;
      case "carriage-return":
        this.#add(
          "json/carriage-return",
          line,
          "The line ends with CR LF",
          "end lines with LF only",
        );
        return false;
      default:
        return false;
    }
  }

  #hold(rule: string, { line, byteOffset }: Line, finding: FindingInput | undefined): void {
    // A few are enough: they are reported or become one torn tail; the rest is counted.
    if (this.#held.length < 1000) this.#held.push({ rule, finding, line, byteOffset });
    else this.#more += 1;
  }

  /** The held lines are no tail: report each, and from now on the file is not reliable. */
  #release(): void {
    for (const { rule, finding, line } of this.#held) {
      if (finding !== undefined) this.#validation.findings.add(rule, finding);
      if (rule !== "json/blank-line") this.fail(rule, line);
    }
    const last = this.#held.at(-1);
    if (this.#more > 0 && last !== undefined) {
      const message = `${count(this.#more, "more line")} after this one cannot be read either`;
      this.#validation.findings.add(last.rule, { ...this.#place(last), message });
    }
    this.#held = [];
    this.#more = 0;
  }

  #report(line: Line, problem: JsonProblem) {
    return this.#validation.findings.add(
      jsonRule(problem.code),
      jsonFinding(problem, this.#place(line)),
    );
  }

  #add(rule: string, line: Line, message: string, hint: string): void {
    this.#validation.findings.add(rule, { ...this.#place(line), message, hint });
  }

  #place({ line, byteOffset }: Pick<Line, "line" | "byteOffset">) {
    return { file: this.#options.file, line, byteOffset };
  }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
