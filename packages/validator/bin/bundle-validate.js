#!/usr/bin/env node
import { keepCompiled, load, stale } from "./load.js";

// Left to itself, Node ends with 1 after an error that nobody caught, and 1 is a verdict. 70 is a fault of our own.
const crash = (error) => {
  process.stderr
    .write(`bundle-validate: internal error: a fault of bundle-validate, which says nothing about the bundle.
Please report it with what follows:
${error?.stack ?? error}
`);
  process.exit(70);
};
process.on("uncaughtException", crash);
process.on("SIGINT", () => process.exit(130));
process.exitCode = 70;

try {
  const { main } = stale() ? await import("../dist/cli/main.js") : load("main");
  process.exitCode = await main(process.argv.slice(2));
  keepCompiled();
} catch (error) {
  crash(error);
}
