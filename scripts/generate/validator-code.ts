/**
 * Makes the module that ajv writes self-contained, small and cheap on valid values.
 *
 * Each function takes the value and the JSON Pointer to it, and returns null or a list of
 * `[pointer, resource, schema path, missing key?]`. ajv's options object per call, its error objects and those that it
 * makes only to throw them away (while it tries the condition of an `if` or a `not`) are gone, so a valid value costs
 * no allocation.
 *
 * `resourceOf` tells the resource that each of ajv's functions checks, `envelope` the function for the envelope, if any.
 */
export function tidy(
  source: string,
  resourceOf: ReadonlyMap<string, string>,
  envelope: string | undefined,
): string {
  const [head, ...functions] = source.split(/^(?=function \w+\(data, )/m);
  const body = functions.map((text) => tidyFunction(text, resourceOf)).join("");
  const text = withOwnCopies(`${(head ?? "").replace('"use strict";', "")}${body}`, envelope)
    .replaceAll(/const \w+ = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;/g, "")
    .replaceAll(/new RegExp\(("(?:[^"\\]|\\.)*"), ""\)/g, (_all, pattern: string) =>
      matcher(JSON.parse(pattern)),
    )
    // Only emptiness is ever asked for, and that is the same in UTF-16 units.
    .replaceAll(/\bfunc\d+\((\w+)\) < 1\b/g, "$1.length < 1")
    .replaceAll(/^export const /gm, "const ");
  const used = text.replaceAll(/^const (schema\d+) = .*;$/gm, (line, name: string) =>
    text.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : "",
  );
  for (const left of [
    "require(",
    "Function",
    "import ",
    "instancePath",
    "schemaPath",
    "parentData",
    "= {};",
    ".errors",
    "func1",
    "func2",
  ]) {
    const at = used.indexOf(left);
    if (at >= 0)
      throw new Error(`compiled validators still hold ${left}: ${used.slice(at - 200, at + 200)}`);
  }
  return `${helpers}${used}`.replaceAll(/\n{2,}/g, "\n");
}

const helpers = `const add = (list, pointer, resource, path, missing) => {
  const problem = [pointer, resource, path, missing];
  if (list === null) return [problem];
  if (list.length < mostProblems) list.push(problem);
  return list;
};
const join = (list, more) => {
  if (list === null) return more;
  for (let i = 0; i < more.length && list.length < mostProblems; i += 1) list.push(more[i]);
  return list;
};
const matcher = (pattern, length) => {
  let last = "";
  return {
    test(text) {
      if (text === last && text !== "") return true;
      if ((length !== undefined && text.length !== length) || !pattern.test(text)) return false;
      last = text;
      return true;
    },
  };
};
`;

/** ajv's lines that record a problem, after `const errN = …;`. */
const record = String.raw`;\s*if\s*\(vErrors === null\)\s*\{\s*vErrors = \[\1\];\s*\}\s*else\s*\{\s*vErrors\.push\(\1\);\s*\}`;

function tidyFunction(source: string, resourceOf: ReadonlyMap<string, string>): string {
  const name = /^function (\w+)/.exec(source)?.[1] ?? "";
  const resource = resourceOf.get(name);
  if (resource === undefined) throw new Error(`no resource is known for ajv's function ${name}`);
  return (
    source
      .replace(/^function (\w+)\(data, .*\)\{$/m, 'function $1(data, pointer = ""){')
      .replaceAll(new RegExp(String.raw`const (err\d+) = \{\}${record}`, "g"), "")
      .replaceAll(
        new RegExp(
          String.raw`const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:"#/(.*?)",keyword:"\w+",params:(.*)\}${record}`,
          "g",
        ),
        (_all, _name, pointer: string | undefined, path: string, params: string) => {
          const missing = /^\{missingProperty: (".*?")\}$/.exec(params)?.[1];
          return `vErrors = add(vErrors, ${pointer ?? "instancePath"}, ${JSON.stringify(resource)}, "${path}"${missing === undefined ? "" : `, ${missing}`});`;
        },
      )
      // "then" and "else" speak for themselves.
      .replaceAll(/vErrors = add\([^;\n]*, "(?:[^"]*\/)?if"\);\s*errors\+\+;/g, "")
      .replaceAll(
        /if\s*\(!\((validate\d+)\((.*?), \{instancePath(?::(.*?))?,parentData.*?\}\)\)\)\s*\{\s*vErrors = vErrors === null \? \1\.errors : vErrors\.concat\(\1\.errors\);\s*errors = vErrors\.length;\s*\}/g,
        (_all, callee: string, value: string, pointer: string | undefined) =>
          `{\nconst more = ${callee}(${value}, ${pointer ?? "instancePath"});\nif(more !== null){\nvErrors = join(vErrors, more);\nerrors = vErrors.length;\n}\n}`,
      )
      .replace(/validate\d+\.errors = vErrors;\s*return errors === 0;/, "return vErrors;")
      .replaceAll("instancePath", "pointer")
  );
}

/**
 * Gives each caller a copy of a function. Engines make property access fast in code that sees objects of few shapes,
 * and events of one type have the same shape.
 */
function withOwnCopies(source: string, name: string | undefined): string {
  if (name === undefined) return source;
  const start = source.indexOf(`function ${name}(`);
  const end = source.indexOf("return vErrors;\n}\n", start) + "return vErrors;\n}\n".length;
  const copies: string[] = [];
  const text = source.replaceAll(`= ${name}(data, pointer)`, () => {
    copies.push(source.slice(start, end).replace(name, `${name}_${copies.length}`));
    return `= ${name}_${copies.length - 1}(data, pointer)`;
  });
  return text + copies.join("");
}

/**
 * The expression that tests a pattern. Groups need not capture, a counted class is much slower than a length and an
 * uncounted one, and the same text often comes twice in a row.
 */
function matcher(pattern: string): string {
  const counted = /^\^(\[[^\]]+\])\{(\d+)\}\$$/.exec(pattern);
  if (counted) return `matcher(/^${counted[1]}*$/, ${counted[2]})`;
  return `matcher(/${pattern.replaceAll("/", String.raw`\/`).replaceAll(/\((?!\?)/g, "(?:")}/)`;
}
