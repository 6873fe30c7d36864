/** The texts of the help, apart from the options. */

export const program = `Tests programs that write, read or judge flow run bundles. A program takes part through an adapter: a command that reads one request as JSON from standard input, writes one answer as JSON to standard output, and exits with 0.`;

export const exitCodes = `
Exit codes:
  0    everything that ran is right, or fails as the baseline says
  1    something is not right
  2    wrong usage or input; nothing was measured
  70   a fault of bundle-conformance itself
  130  interrupted; the report is marked as partial and claims nothing

bundle-conformance COMMAND --help explains a command.
`;

export const run = `Asks an adapter for each case of a role, a process each, and checks its answers. Cases that need a capability are run only when it is declared; a declared one that no case exercises is a failure.`;

export const runExamples = `
Examples:
  bundle-conformance run --role reader -- python3 reader.py
  bundle-conformance run --role reader --capability torn-tail --capability acp -- ./reader
  bundle-conformance run --role validator --only 'validator/rule/seal/**' -- ./validate.sh
  bundle-conformance run --role producer --baseline known.json -f json=report.json -- ./adapter
`;

export const observe = `Validates bundles that a producer really made, and tells which requirements of the format they exercised, met and broke. A DIR is a bundle, or a folder of bundles.`;

export const observeExamples = `
Examples:
  bundle-conformance observe ~/.acpx/flows/runs
`;

export const doctor = `Checks an adapter with a handful of requests before anything is measured, and says what to mend.`;

export const doctorExamples = `
Examples:
  bundle-conformance doctor --role reader -- python3 reader.py
`;

export const list = `Lists the cases, or the capabilities.`;

export const listExamples = `
Examples:
  bundle-conformance list --role reader --only 'reader/torn/**'
  bundle-conformance list --capabilities
`;

export const show = `Shows one case: what is given, what is expected, and why.`;

export const showExamples = `
Examples:
  bundle-conformance show reader/damage/blank-middle
  bundle-conformance show reader/damage/blank-middle --out case
`;

export const copy = `Writes cases as plain folders, for use without this command: DIR/<case id>/ with case.json, the bundle, and the expected view.json.`;

export const copyExamples = `
Examples:
  bundle-conformance copy corpus --role reader
`;
