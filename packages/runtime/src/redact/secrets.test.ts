import { expect, test } from "vitest";
import { createRedactor, namesSecret } from "./secrets.ts";

test.each([
  ["API_TOKEN", true],
  ["apikey", true],
  ["ClientSecret", true],
  ["DB_PASSWORD", true],
  ["PGPASSWD", true],
  ["SSH_PASSPHRASE", true],
  ["AWS_CREDENTIALS", true],
  ["ACPX_AUTH_OAUTH", true],
  ["MY_ACPX_AUTH_OAUTH", false],
  ["HOME", false],
  ["PWD", false],
])("%s says of its value whether it is a secret: %s", (name, is) => {
  expect(namesSecret(name)).toBe(is);
});

test("values from 8 characters on are replaced, with the name of their variable", () => {
  const redactor = createRedactor({
    MY_TOKEN: "12345678",
    YOUR_TOKEN: "1234567",
    HOME: "/home/ann",
  });
  expect(redactor.text("12345678 1234567 /home/ann")).toBe("[REDACTED:MY_TOKEN] 1234567 /home/ann");
  expect(redactor).toMatchObject({ isActive: true, hasRedacted: true, longest: 8 });
});

test("the longest wins, and of equal ones the first name", () => {
  const redactor = createRedactor({ B_KEY: "abcdefgh", A_KEY: "abcdefgh", C_KEY: "abcdefghij" });
  expect(redactor.text("abcdefghij abcdefgh")).toBe("[REDACTED:C_KEY] [REDACTED:A_KEY]");
});

test("a secret is found without the white space at its ends, and in JSON text", () => {
  const redactor = createRedactor({ PEM_KEY: 'line 1\nline "2"\n' });
  expect(redactor.text('<line 1\nline "2">')).toBe("<[REDACTED:PEM_KEY]>");
  const text = JSON.stringify({ key: 'line 1\nline "2"\n', more: 1 });
  expect(JSON.parse(redactor.text(text))).toEqual({ key: "[REDACTED:PEM_KEY]", more: 1 });
  expect(redactor.value({ text })).toEqual({ text: redactor.text(text) });
});

test.each([
  ["of JavaScript", (text: string) => JSON.stringify(text)],
  ["of PHP, which escapes slashes", (text: string) => JSON.stringify(text).replaceAll("/", "\\/")],
  ["of Go, for HTML", (text: string) => JSON.stringify(text).replace(/[<>&]/g, escapeOf)],
  ["of Python, in ASCII", (text: string) => JSON.stringify(text).replace(/[^ -~]/g, escapeOf)],
  ["of .NET, in upper case", (text: string) => `"${text.replace(/[^a-z ]/g, upperCase)}"`],
  ["that escapes everything", (text: string) => `"${text.replace(/[^]/g, escapeOf)}"`],
])("a secret is found in JSON text %s", (_, write) => {
  const secret = 'a/b+<ä&"\\😀\n=z';
  const redactor = createRedactor({ MY_TOKEN: secret });
  const text = `log: {"a":"\\\\\\"","key":${write(`<${secret}>${secret}`)},"z":"\\n"}`;
  const expected = `log: {"a":"\\\\\\"","key":"#[REDACTED:MY_TOKEN]#[REDACTED:MY_TOKEN]","z":"\\n"}`;
  const seen = (found: string) => found.replace(/<|>|\\u003[ceCE]/g, "#");
  expect(seen(redactor.text(text))).toBe(expected);
  expect(seen(Buffer.from(redactor.bytes(Buffer.from(text))).toString())).toBe(expected);
  expect(redactor.value({ deep: [text] })).toEqual({ deep: [redactor.text(text)] });
  // Wherever it is split, all that belongs together is held back.
  for (let at = 1; at < text.length; at++) {
    const parts = [text.slice(0, at), text.slice(at)];
    const pieces =
      redactor.settled(parts.slice(0, 1)) === 1
        ? parts.map((part) => redactor.text(part))
        : redactor.pieces(parts);
    expect(pieces.join("")).toBe(redactor.text(text));
  }
});

test("what only looks like an escape changes nothing", () => {
  const redactor = createRedactor({ MY_TOKEN: "12345678" });
  for (const text of ["C:\\users\\new", "\\u12", "\\\\u0031", "\\", "a\\x98765"]) {
    expect(redactor.text(text)).toBe(text);
    expect(redactor.text(text, true)).toBe(text);
    expect(redactor.value({ text })).toEqual({ text });
  }
  expect(redactor.hasRedacted).toBe(false);
});

test("a text that was cut does not end with the beginning of a secret", () => {
  const redactor = createRedactor({ MY_TOKEN: "abcdefghij" });
  expect(redactor.text("x abcdefg", true)).toBe("x [REDACTED:MY_TOKEN]");
  expect(redactor.text("x abcdefg")).toBe("x abcdefg");
  expect(redactor.text("x abc", true)).toBe("x abc");
  expect(Buffer.from(redactor.bytes(Buffer.from("x abcdefg"), true)).toString()).toBe(
    "x [REDACTED:MY_TOKEN]",
  );
});

test("in values every string is redacted, and nothing else is touched", () => {
  const redactor = createRedactor({ MY_TOKEN: "abcdefgh" });
  const hostile = JSON.parse('{"__proto__": "abcdefgh", "abcdefgh": [1, null, "x abcdefgh"]}');
  const text = JSON.stringify(redactor.value(hostile));
  expect(text).toBe(
    '{"__proto__":"[REDACTED:MY_TOKEN]","abcdefgh":[1,null,"x [REDACTED:MY_TOKEN]"]}',
  );
  expect(JSON.stringify(hostile)).toContain('"x abcdefgh"');
  const clean = { abcdefgh: 1 };
  expect(redactor.value(clean)).toBe(clean);
});

test("values that are more than JSON are looked into, or left to who writes them", () => {
  const redactor = createRedactor({ MY_TOKEN: "abcdefgh" });
  class Secretive {
    toJSON(): string {
      return "abcdefgh";
    }
  }
  expect(redactor.value({ a: new Secretive() })).toEqual({ a: "[REDACTED:MY_TOKEN]" });
  const cycle: { self?: unknown; text: string } = { text: "abcdefgh" };
  cycle.self = cycle;
  expect(redactor.value(cycle)).toBe(cycle);
  expect(redactor.value(10n)).toBe(10n);
});

test("bytes are searched whether they are text or not, and stay the same when nothing is in them", () => {
  const redactor = createRedactor({ MY_TOKEN: "päss-wörd" });
  const bytes = Buffer.concat([
    Buffer.from([0xff, 0xc3]),
    Buffer.from("päss-wörd"),
    Buffer.from([0x80]),
  ]);
  const expected = Buffer.from([0xff, 0xc3, ...Buffer.from("[REDACTED:MY_TOKEN]"), 0x80]);
  expect(Buffer.from(redactor.bytes(bytes))).toEqual(expected);
  const clean = Uint8Array.of(1, 2, 255);
  expect(redactor.bytes(clean)).toBe(clean);
});

test("an empty environment turns it off", () => {
  expect(createRedactor({}).isActive).toBe(false);
  expect(createRedactor({ HOME: "/home/ann" })).toMatchObject({ isActive: true, longest: 0 });
});

function escapeOf(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

function upperCase(character: string): string {
  return escapeOf(character).toUpperCase().replaceAll("\\U", "\\u");
}
