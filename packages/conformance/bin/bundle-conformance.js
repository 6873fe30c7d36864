#!/usr/bin/env node
// Left to itself, Node ends with 1 after an error that nobody caught, and 1 says that something is not right. 70 is a
// fault of our own.
const crash = (error) => {
  process.stderr
    .write(`bundle-conformance: internal error: a fault of bundle-conformance, which says nothing about what is tested.
Please report it with what follows:
${error?.stack ?? error}
`);
  process.exit(70);
};
process.on("uncaughtException", crash);
process.exitCode = 70;

try {
  const { main } = await import("../dist/cli/main.js");
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  crash(error);
}
