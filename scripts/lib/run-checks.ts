import { formatProblem, type Check } from "./problem.ts";

/**
 * Runs checks one after the other, also when one has found something, and prints what each found.
 *
 * @returns the exit code: 0 when nothing was found, 1 when something was, 2 when `only` names a check that is not there
 */
export async function runChecks(
  checks: readonly Check[],
  root: string,
  only: readonly string[] | undefined,
): Promise<0 | 1 | 2> {
  const unknown = only?.filter((name) => !checks.some((check) => check.name === name)) ?? [];
  if (unknown.length > 0) {
    const names = checks.map(({ name }) => name).join(", ");
    console.error(`There is no check ${unknown.join(", ")}; there are ${names}.`);
    return 2;
  }
  let code: 0 | 1 = 0;
  for (const check of checks) {
    if (only !== undefined && !only.includes(check.name)) continue;
    const problems = await check.run(root);
    console.log(`${problems.length === 0 ? "ok    " : "FAILED"}  ${check.name}: ${check.claim}`);
    for (const problem of problems) console.log(`  ${formatProblem(problem)}`);
    if (problems.length > 0) code = 1;
  }
  return code;
}
