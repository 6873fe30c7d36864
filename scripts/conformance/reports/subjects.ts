import { readJson } from "../../lib/files.ts";
import { root } from "../../lib/process.mjs";

/** An implementation in a role, and how the suite gets at it. */
export interface Subject {
  readonly name: string;
  readonly version: string;
  readonly role: "reader" | "validator" | "producer";
  /** What it declares; `all` is every capability of the role. */
  readonly capabilities: readonly string[];
  /** Versions of the format; default: all. */
  readonly specVersions?: readonly string[];
  /** The adapter, from the root of the repository. */
  readonly adapter: readonly string[];
  readonly baseline?: string;
}

const own = "packages/conformance/adapters/";
const withoutAgents = ["function-action", "shell", "checkpoint", "timeouts", "interrupt"];

/** The implementations in this repository, and those that it has among its dependencies. */
export const subjects: readonly Subject[] = [
  {
    name: "@flow-bundle/runtime",
    version: versionOf("packages/runtime"),
    role: "producer",
    capabilities: ["all"],
    adapter: [`${own}runtime-producer.js`],
  },
  {
    name: "@flow-bundle/bundle",
    version: versionOf("packages/bundle"),
    role: "reader",
    capabilities: ["all"],
    adapter: [`${own}bundle-reader.js`],
  },
  {
    name: "@flow-bundle/validator",
    version: versionOf("packages/validator"),
    role: "validator",
    capabilities: ["all"],
    adapter: [`${own}bundle-validate.js`],
  },
  {
    name: "acpx",
    version: versionOf("node_modules/acpx"),
    role: "producer",
    capabilities: [...withoutAgents, "acp", "acp-isolated"],
    specVersions: ["1.0"],
    adapter: [`${own}acpx-producer.js`],
    baseline: `${own}acpx-producer.baseline.json`,
  },
  {
    name: "python-example",
    version: "1.0.0",
    role: "reader",
    capabilities: ["all"],
    adapter: ["python3", "examples/python/reader.py"],
  },
  {
    name: "python-example",
    version: "1.0.0",
    role: "producer",
    capabilities: [...withoutAgents, "resume", "seal"],
    adapter: ["python3", "examples/python/producer.py"],
  },
  {
    name: "perl-example",
    version: "1.0.0",
    role: "reader",
    capabilities: ["all"],
    adapter: ["perl", "examples/perl/reader.pl"],
  },
  {
    name: "ruby-example",
    version: "1.0.0",
    role: "reader",
    capabilities: ["all"],
    adapter: ["ruby", "examples/ruby/reader.rb"],
  },
  {
    name: "shell-example",
    version: "1.0.0",
    role: "reader",
    capabilities: [],
    adapter: ["sh", "examples/shell/reader.sh"],
  },
];

/** Path of a report below the root: `conformance-reports/<implementation>-<version>-<role>.json`. */
export function fileOf({
  name,
  version,
  role,
}: Pick<Subject, "name" | "version" | "role">): string {
  return `conformance-reports/${name.replace(/^@flow-bundle\//, "")}-${version}-${role}.json`;
}

/** The command line that makes a report, from the root of the repository. */
export function commandOf(subject: Subject, file: string): readonly string[] {
  const { name, version, role, capabilities, specVersions = [], baseline, adapter } = subject;
  return [
    "run",
    `--role=${role}`,
    ...capabilities.flatMap((capability) => ["--capability", capability]),
    ...specVersions.flatMap((spec) => ["--spec", spec]),
    ...(baseline === undefined ? [] : ["--baseline", baseline]),
    `--implementation=${name}@${version}`,
    "--timeout=60",
    "--format=text",
    `--format=json=${file}`,
    "--",
    ...adapter,
  ];
}

function versionOf(folder: string): string {
  return (readJson(root, `${folder}/package.json`) as { readonly version: string }).version;
}
