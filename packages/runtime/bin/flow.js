#!/usr/bin/env node
// Left to itself, Node ends with 1 after an error that nobody caught, and 1 is a failed run. 70 is a fault of our own.
const crash = (error) => {
  process.stderr.write(`flow: internal error: a fault of flow, which says nothing about the run.
Please report it with what follows:
${error?.stack ?? error}
`);
  process.exit(70);
};
process.on("uncaughtException", (error) => {
  // While a run goes on, it is ended in good order first.
  if (process.listenerCount("uncaughtException") === 1) crash(error);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(130);
  });
}

try {
  const { main } = await import("../dist/cli/main.js");
  // Timers that a flow left running would keep the process from ending.
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  crash(error);
}
