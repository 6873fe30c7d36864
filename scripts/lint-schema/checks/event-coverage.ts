import { isObject, listFiles, listVersions, readJson, readText } from "../../lib/files.ts";
import { textIds } from "../text.ts";
import type { Problem, SyncCheck } from "../../lib/problem.ts";

/** Every event type has its schema, its rule, a golden bundle that shows it, and its section in the text. */
export const eventCoverage: SyncCheck = {
  name: "events",
  claim: "every event type has a schema, a rule, a fixture and a section",
  run(root) {
    const version = listVersions(root).at(-1);
    if (version === undefined) return [];
    const places = {
      schemas: schemaTypes(root, version),
      dispatched: dispatchedTypes(root, version),
      rules: ruleTypes(root),
      sections: sectionTypes(root),
    };
    const shown = shownTypes(root);
    const types = new Set(Object.values(places).flatMap((found) => Array.from(found)));
    return [...types].toSorted().flatMap((type) => {
      const name = type.replaceAll("_", "-");
      return [
        missing(
          places.schemas,
          type,
          `spec/${version}/events/${name}.schema.json`,
          "schema",
          "Write it.",
        ),
        missing(
          places.dispatched,
          type,
          `spec/${version}/trace-event.schema.json`,
          "condition that leads to its schema",
          `Add an if/then for "type": "${type}".`,
        ),
        missing(
          places.rules,
          type,
          `spec/rules/trace/${name}-payload.md`,
          "rule",
          "Write it: see CONTRIBUTING.md.",
        ),
        missing(
          places.sections,
          type,
          "spec/text/trace.md",
          "section",
          `Write it, with <a id="event-${name}"></a>.`,
        ),
        missing(
          shown,
          type,
          "fixtures/valid",
          "golden bundle",
          "Add a bundle whose trace has the event.",
        ),
      ].filter((problem) => problem !== undefined);
    });
  },
};

function missing(
  places: ReadonlySet<string>,
  type: string,
  file: string,
  what: string,
  remedy: string,
): Problem | undefined {
  if (places.has(type)) return undefined;
  return { file, place: "", message: `the event type ${type} has no ${what}`, remedy };
}

function schemaTypes(root: string, version: string): Set<string> {
  const files = listFiles(root, `spec/${version}/events`, "**/*.schema.json");
  return new Set(files.map((file) => typeOf(file.replace(/^.*\/|\.schema\.json$/g, ""))));
}

/** Types that the schema of the whole event tells apart. */
function dispatchedTypes(root: string, version: string): Set<string> {
  const file = `spec/${version}/trace-event.schema.json`;
  const types = new Set<string>();
  if (!listFiles(root, `spec/${version}`).includes(file)) return types;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    const condition = value["if"];
    const properties = isObject(condition) ? condition["properties"] : undefined;
    const type = isObject(properties) ? properties["type"] : undefined;
    if (isObject(type) && typeof type["const"] === "string") types.add(type["const"]);
    Object.values(value).forEach(visit);
  };
  visit(readJson(root, file));
  return types;
}

function ruleTypes(root: string): Set<string> {
  const files = listFiles(root, "spec/rules/trace", "**/*-payload.md");
  return new Set(files.map((file) => typeOf(file.replace(/^.*\/|-payload\.md$/g, ""))));
}

function sectionTypes(root: string): Set<string> {
  return new Set(
    textIds(root).flatMap((anchor) =>
      anchor.startsWith("event-") ? [typeOf(anchor.slice("event-".length))] : [],
    ),
  );
}

function shownTypes(root: string): Set<string> {
  const types = new Set<string>();
  for (const file of listFiles(root, "fixtures/valid", "**/trace.ndjson")) {
    const found = readText(root, file).matchAll(/"type":"([a-z_]+)"/g);
    for (const [, type = ""] of found) types.add(type);
  }
  return types;
}

function typeOf(name: string): string {
  return name.replaceAll("-", "_");
}
