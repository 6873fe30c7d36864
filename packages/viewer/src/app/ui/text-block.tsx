import { useState } from "react";
import "./text-block.css";
import { CopyButton } from "./copy-button.tsx";
import { count } from "./time.ts";

interface TextBlockProps {
  readonly text: string;
  /** What it is, for screen readers. */
  readonly label: string;
  /** Most characters that are shown before it is asked for more. */
  readonly max?: number;
}

/** Up to here a browser lays a text out without a long wait. */
const showableAtOnce = 2_000_000;

/** A text out of the bundle, in lines. What is cut says so and can be opened. Control characters are made visible. */
export function TextBlock({ text, label, max = 4000 }: TextBlockProps) {
  const [shown, setShown] = useState(max);
  const missing = text.length - shown;
  const part = missing > 0 ? text.slice(0, shown) : text;
  const step = 20 * max;
  return (
    <div className="text-block">
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- it scrolls, so that the keyboard has to reach it */}
      <pre tabIndex={0} role="group" aria-label={label}>
        {visible(part)}
      </pre>
      <div className="text-block-copy">
        <CopyButton text={() => text} label={`Copy: ${label}`} />
      </div>
      {missing > 0 && (
        <p className="text-block-more">
          <span className="soft">
            Cut after {count(shown, "character")}: {missing.toLocaleString("en")} more characters.
          </span>{" "}
          {missing > step && (
            <button type="button" onClick={() => setShown(shown + step)}>
              Show more
            </button>
          )}{" "}
          {text.length <= showableAtOnce && (
            <button type="button" onClick={() => setShown(text.length)}>
              Show all
            </button>
          )}
        </p>
      )}
    </div>
  );
}

const hidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/**
 * Line ends and tabs stay, and what joins emoji; other control characters, and those that turn the direction of text,
 * become symbols.
 */
export function visible(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x24_00 + code);
    return code === 0x7f ? "␡" : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
