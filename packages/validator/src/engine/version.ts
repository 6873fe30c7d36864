import type { Validation } from "./validation.ts";

/** Which requirements apply to a bundle, or why none that we know do. */
export type VersionChoice = { readonly version: "1.0" | "1.1" } | { readonly unsupported: string };

/**
 * Chooses the minor version from a parsed manifest, whatever else is wrong with it. Without `specVersion` a bundle is
 * 1.0; a higher minor version is checked as the newest known; another major version or another schema string is
 * unsupported. See spec/text/manifest.md.
 */
export function chooseVersion(validation: Validation, manifest: unknown): VersionChoice {
  const { findings } = validation;
  const file = "manifest.json";
  if (typeof manifest !== "object" || manifest === null || Array.isArray(manifest))
    return { version: "1.0" };
  const fields = manifest as {
    readonly schema?: unknown;
    readonly traceSchema?: unknown;
    readonly specVersion?: unknown;
  };

  for (const [key, known] of knownSchemas) {
    const value = fields[key];
    if (typeof value === "string" && value !== known) {
      findings.add("manifest/unsupported-schema", {
        file,
        pointer: `/${key}`,
        message: `This is a bundle of another format: ${key} is not ${JSON.stringify(known)}`,
        expected: known,
        actual: value,
        hint: "nothing else was checked",
      });
      return { unsupported: "manifest/unsupported-schema" };
    }
  }

  const { specVersion } = fields;
  validation.namedVersion =
    typeof specVersion === "string" ? specVersion : specVersion === undefined ? "1.0" : null;
  if (specVersion === undefined) return { version: "1.0" };
  const match =
    typeof specVersion === "string" ? /^(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(specVersion) : null;
  // Not MAJOR.MINOR: the schema of 1.1 says so.
  if (match === null) return { version: "1.1" };
  if (match[1] !== "1") {
    findings.add("manifest/unsupported-version", {
      file,
      pointer: "/specVersion",
      message: `Major version ${match[1]} of the format is not known`,
      expected: "1.x",
      actual: specVersion,
      hint: "nothing else was checked",
    });
    return { unsupported: "manifest/unsupported-version" };
  }
  if (match[2] === "0") return { version: "1.0" };
  if (match[2] !== "1") {
    findings.add("manifest/newer-minor", {
      file,
      pointer: "/specVersion",
      message: `Version ${specVersion as string} is newer than 1.1, the newest known here; checked as 1.1`,
      expected: "1.1",
      actual: specVersion,
    });
  }
  return { version: "1.1" };
}

const knownSchemas = [
  ["schema", "acpx.flow-run-bundle.v1"],
  ["traceSchema", "acpx.flow-trace-event.v1"],
] as const;
