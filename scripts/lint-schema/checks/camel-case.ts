import { ownKeys } from "../keys/all.ts";
import type { SyncCheck } from "../../lib/problem.ts";

const camelCase = /^[a-z][a-z0-9]*([A-Z][a-z0-9]+)*$/;

/** Persisted keys are camelCase: `runId`, neither `run_id` nor `runID`. */
export const camelCaseKeys: SyncCheck = {
  name: "camel-case",
  claim: "persisted keys are camelCase",
  run(root) {
    return ownKeys(root)
      .filter(({ key }) => !camelCase.test(key))
      .map(({ key, file, place }) => ({
        file,
        place,
        message: `the key "${key}" is not camelCase`,
        remedy: `Write "${toCamelCase(key)}". Only the session record and ACP messages keep their own spelling.`,
      }));
  },
};

function toCamelCase(key: string): string {
  const parts = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((part) => part.toLowerCase());
  return parts
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join("");
}
