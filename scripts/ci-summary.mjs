// ci-summary.mjs [RESULTS.json...] -- [FAILED STEP...]: adds up a run of .ci/run; see there.
import { readFileSync } from "node:fs";

const given = process.argv.slice(2);
const end = given.indexOf("--");
const resultFiles = given.slice(0, end);
const failedSteps = given.slice(end + 1);
let passed = 0;
let failed = failedSteps.length;

for (const file of resultFiles) {
  const results = JSON.parse(readFileSync(file, "utf8"));
  // A file that could not be loaded has failed without having a test that did.
  const unloaded = results.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ one) =>
      one.status === "failed" && !one.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const skipped = results.numPendingTests + (results.numTodoTests ?? 0);
  passed += results.numPassedTests;
  // A run can fail outside of any test too: vitest says so in `success` alone.
  const counted = results.numFailedTests + unloaded;
  failed += counted === 0 && !results.success ? 1 : counted;
  console.log(
    `Tests: ${results.numPassedTests} passed, ${results.numFailedTests} failed, ${skipped} skipped; ` +
      `files: ${results.testResults.length}, not loaded: ${unloaded}`,
  );
}
for (const step of failedSteps) console.log(`Failed: ${step}`);
if (passed === 0) console.log("No test ran.");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
