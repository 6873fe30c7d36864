import { average } from "./average.mjs";

const cases = [
  { numbers: [2, 4], expected: 3 },
  { numbers: [-1, 1, 3], expected: 1 },
  { numbers: [], expected: 0 },
];

for (const { numbers, expected } of cases) {
  const call = `average(${JSON.stringify(numbers)})`;
  const found = average(numbers);
  if (Object.is(found, expected)) {
    console.log(`ok: ${call} is ${found}`);
  } else {
    console.error(`failed: ${call} is ${found}, expected ${expected}`);
    process.exitCode = 1;
  }
}
