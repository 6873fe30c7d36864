import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const schema = new URL("../../../../spec/view-model.schema.json", import.meta.url);

/** Tells whether the schema of the view-model accepts a value; its `errors` say why not. */
export const isView = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(schema, "utf8")),
);
