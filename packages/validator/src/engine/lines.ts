import { parseStrict, readLines, type JsonOptions, type JsonProblem, type Line } from "@flow-bundle/bundle";
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
  /** A line that is one strict JSON value. Returns the rule it breaks, when it is not to be used. */
  readonly onValue: (value: unknown, line: Line) => string | undefined;
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
export async function checkLines(validation: Validation, options: LinesOptions): Promise<LinesResult> {
  const { file } = options;
  const reader = new LineChecker(validation, options);
  let read = 0;
  try {
    for await (const block of readLines(validation.source, file, { maxLineBytes: validation.limits.lineBytes })) {
      const last = block.unterminated ? block.lines.length - 1 : -1;
      for (const [index, line] of block.lines.entries()) reader.line(line, index === last);
      validation.progress(block.endOffset - read);
      read = block.endOffset;
    }
  } catch (error) {
    reader.fail(reportUnreadable(validation, file, error));
  }
  return reader.end(validation.entries.get(file)?.bytes ?? 0);
}

class LineChecker {
  readonly #validation: Validation;
  readonly #options: LinesOptions;
  /** Reports of bad lines that may yet turn out to be a torn tail. */
  #held: { readonly rule: string; readonly report: () => void; readonly line: Line }[] = [];
  /** How many more bad lines there are than `#held` holds. */
  #more = 0;
  #lines = 0;
  #cause: Cause | undefined;
  readonly #json: JsonOptions;

  constructor(validation: Validation, options: LinesOptions) {
    this.#validation = validation;
    this.#options = options;
    const { exemptKey } = options;
    this.#json = { ...validation.jsonOptions, decoded: true, ...(exemptKey === undefined ? {} : { exemptKey }) };
  }

  fail(ruleId: string, line?: number): void {
    if (this.#cause !== undefined) return;
    this.#cause = { ruleId, file: this.#options.file, ...(line === undefined ? {} : { line }) };
    this.#options.onUnreliable?.();
  }

  line(line: Line, unterminated: boolean): void {
    this.#lines = line.line;
    if (line.problem !== undefined && this.#refused(line)) return;

    const result = parseStrict(line.text, this.#json);
    if (result.value === undefined) {
      const problem = result.problems[0];
      if (problem === undefined) return;
      if (problem.code === "depth-limit") {
        this.#report(line, problem);
        this.fail("limits/depth", line.line);
        return;
      }
      this.#hold(jsonRule(problem.code), line, () => this.#report(line, problem));
      return;
    }
    if (unterminated) {
      if (this.#options.tornRule !== undefined) {
        this.#hold("json/final-newline", line, () => {});
        return;
      }
      this.#add("json/final-newline", line, "The last line does not end with LF", "end each line with one LF, the last too");
    }
    if (this.#held.length > 0) this.#release();
    for (const problem of result.problems) {
      const severity = this.#report(line, problem);
      if (severity === "error" && problem.code === "duplicate-key") this.fail("json/duplicate-key", line.line);
    }
    const last = result.problems.at(-1);
    if (result.omitted > 0 && last !== undefined) {
      const place = { file: this.#options.file, line: line.line, byteOffset: line.byteOffset };
      this.#validation.findings.add(jsonRule(last.code), omittedFinding(result.omitted, place));
    }
    const broken = this.#options.onValue(result.value, line);
    if (broken !== undefined) this.fail(broken, line.line);
  }

  end(bytes: number): LinesResult {
    const { file, tornRule } = this.#options;
    const first = this.#held[0];
    let tornAt: LinesResult["tornAt"];
    if (first !== undefined) {
      if (tornRule === undefined) {
        this.#release();
      } else {
        tornAt = { line: first.line.line, byteOffset: first.line.byteOffset };
        const lines = this.#held.length + this.#more;
        const lost = bytes - first.line.byteOffset;
        this.#validation.findings.add(tornRule, {
          file,
          line: first.line.line,
          byteOffset: first.line.byteOffset,
          message: `The file ends in the middle of a line: its last ${count(lost, "byte")} (${count(lines, "line")}) cannot be read`,
          hint: "readers ignore a torn tail; opening the run for append cuts it",
        });
      }
    }
    return { lines: tornAt === undefined ? this.#lines : tornAt.line - 1, bytes, cause: this.#cause, tornAt };
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
        this.#hold("json/blank-line", line, () =>
          this.#add("json/blank-line", line, "The line is blank", "each line holds one JSON value"),
        );
        return true;
      case "invalid-utf8":
        this.#hold("json/encoding", line, () =>
          this.#add(
            "json/encoding",
            line,
            `Byte ${(line.badByte ?? line.byteOffset) - line.byteOffset + 1} of the line is not part of valid UTF-8`,
            "decode foreign bytes before writing them, with U+FFFD for what is not valid",
          ),
        );
        return true;
      case "carriage-return":
        this.#add("json/carriage-return", line, "The line ends with CR LF", "end lines with LF only");
        return false;
      default:
        return false;
    }
  }

  #hold(rule: string, line: Line, report: () => void): void {
    // A few are enough: they are reported or become one torn tail; the rest is counted.
    if (this.#held.length < 1000) this.#held.push({ rule, report, line });
    else this.#more += 1;
  }

  /** The held lines are no tail: report each, and from now on the file is not reliable. */
  #release(): void {
    for (const { rule, report, line } of this.#held) {
      report();
      if (rule !== "json/blank-line") this.fail(rule, line.line);
    }
    const last = this.#held.at(-1);
    if (this.#more > 0 && last !== undefined) {
      this.#add(last.rule, last.line, `${count(this.#more, "more line")} after this one cannot be read either`);
    }
    this.#held = [];
    this.#more = 0;
  }

  #report(line: Line, problem: JsonProblem) {
    const { file } = this.#options;
    const place = { file, line: line.line, byteOffset: line.byteOffset };
    return this.#validation.findings.add(jsonRule(problem.code), jsonFinding(problem, place));
  }

  #add(rule: string, line: Line, message: string, hint?: string): void {
    const { file } = this.#options;
    this.#validation.findings.add(rule, {
      file,
      line: line.line,
      byteOffset: line.byteOffset,
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
