import {
  openBundle,
  BundleError,
  readJson,
  SourceError,
  type BundleSource,
} from "@flow-bundle/bundle";
import type { Flow } from "@flow-bundle/schema";
import type { ManifestHead, OpenProblem, RunState } from "./state.ts";

type Head = Pick<RunState, "manifest" | "version" | "flow" | "problems" | "traceBytes">;

/** Reads what is needed before the trace. Whatever cannot be read becomes a problem; nothing is thrown for it. */
export async function readHead(source: BundleSource): Promise<Head> {
  const problems: OpenProblem[] = [];
  let version: "1.0" | "1.1" = "1.1";
  let manifest: ManifestHead | undefined;
  try {
    const bundle = await openBundle(source);
    version = bundle.version;
    manifest = headOf(bundle.manifest);
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    problems.push({ file: error.file, message: withoutFile(error) });
  }
  const flow = await readJson(source, "flow.json");
  const isFlow = flow.ok && looksLikeFlow(flow.value);
  if (!flow.ok) problems.push({ file: "flow.json", message: flow.message });
  else if (!isFlow) {
    problems.push({
      file: "flow.json",
      message: "Expected nodes (an object) and edges (an array)",
    });
  }
  let traceBytes: number | undefined;
  try {
    traceBytes = await source.size("trace.ndjson");
    const isNew = manifest?.status === "running" || manifest?.status === "waiting";
    if (traceBytes === undefined && !isNew) {
      problems.push({ file: "trace.ndjson", message: "There is no such file" });
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    problems.push({ file: "trace.ndjson", message: error.message });
  }
  return {
    manifest,
    version,
    flow: isFlow ? (flow.value as Flow) : undefined,
    problems,
    traceBytes: traceBytes ?? 0,
  };
}

function withoutFile({ message, file }: BundleError): string {
  return message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
}

function headOf(raw: object): ManifestHead {
  const fields = raw as { readonly [key: string]: unknown };
  const text = (key: string): string | undefined => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const [runTitle, flowPath, finishedAt] = [text("runTitle"), text("flowPath"), text("finishedAt")];
  return {
    runId: text("runId") ?? "",
    flowName: text("flowName") ?? "",
    startedAt: text("startedAt") ?? "",
    status: text("status") ?? "",
    specVersion: text("specVersion") ?? "1.0",
    ...(runTitle !== undefined && { runTitle }),
    ...(flowPath !== undefined && { flowPath }),
    ...(finishedAt !== undefined && { finishedAt }),
    raw,
  };
}

function looksLikeFlow(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { nodes, edges } = value as { readonly nodes?: unknown; readonly edges?: unknown };
  const isObject = typeof nodes === "object" && nodes !== null && !Array.isArray(nodes);
  return isObject && Array.isArray(edges);
}
