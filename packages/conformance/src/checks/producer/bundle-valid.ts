import { validateDirectory } from "@flow-bundle/validator/node";
import { requirementOf } from "../../cases/rule-files.ts";
import type { Check } from "../check.ts";
import { bundleOf, plain } from "./producer-check.ts";

/** There is a bundle, and it is valid. */
export const bundleValid: Check = {
  id: "producer/bundle-valid",
  role: "producer",
  title: "writes bundles in which the validator finds no error",
  requirements: [],
  applies: ({ answer }) => answer === undefined || answer.bundle !== undefined,
  async run(input) {
    const path = bundleOf(input);
    if (path === undefined) {
      return {
        message: "there is no bundle",
        expected: "a folder with a manifest below `out`, where the answer says",
      };
    }
    const { verdict, specVersion, findings } = await validateDirectory(path);
    const errors = findings.filter(({ severity }) => severity === "error");
    if (verdict !== "valid" || errors.length > 0) {
      const ids = [...new Set(errors.map(({ ruleId }) => ruleId))].toSorted();
      const found = errors
        .slice(0, 5)
        .map(
          ({ file, line, message }) =>
            `${file ?? ""}${line === undefined ? "" : `:${line}`}: ${message}`,
        );
      return plain(
        {
          message: `the bundle is ${verdict}${ids.length > 0 ? `: ${ids.join(", ")}` : ""}`,
          expected: "valid",
          found: found.join("\n"),
          requirements: [...new Set(ids.map((id) => requirementOf(id)))],
        },
        input.folder,
      );
    }
    const { item, specVersions = item.specVersions } = input;
    const versions = item.specVersions.filter((version) => specVersions.includes(version));
    if (!versions.includes(String(specVersion))) {
      return {
        message: `the bundle is of version ${specVersion}`,
        expected: versions.join(" or "),
        found: String(specVersion),
      };
    }
    return undefined;
  },
};
