export { complain } from "./complain.ts";
export { processOutput, type Output } from "./output.ts";
export { packageVersion } from "./package-version.ts";
export { runProgram, type Complaint, type Streams } from "./run-program.ts";
export { withSettings } from "./settings.ts";
export { UsageError } from "./usage-error.ts";
