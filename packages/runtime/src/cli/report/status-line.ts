import type { Output } from "../../command-line/index.ts";

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const interval = 100;
const clearLine = "\r\u001b[2K";
/** The line is not broken when it is too long. */
const [noWrap, wrap] = ["\u001b[?7l", "\u001b[?7h"];

/** The last line of a terminal, which tells what is being done; it moves, and goes away. */
export class StatusLine {
  readonly #output: Output;
  readonly #text: () => string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #frame = 0;
  #isShown = false;

  /** @param text what to show; undefined when there is nothing. Safe to print. */
  constructor(output: Output, text: () => string | undefined) {
    this.#output = output;
    this.#text = text;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#draw(), interval).unref();
  }

  /** Writes something above the line. */
  write(text: string): void {
    this.#clear();
    this.#output.write(text);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#clear();
  }

  #clear(): void {
    if (this.#isShown) this.#output.write(clearLine);
    this.#isShown = false;
  }

  #draw(): void {
    const text = this.#text();
    if (text === undefined) return this.#clear();
    this.#frame = (this.#frame + 1) % frames.length;
    this.#isShown = true;
    this.#output.write(`${clearLine}${noWrap}${frames[this.#frame]} ${text}${wrap}`);
    return undefined;
  }
}
