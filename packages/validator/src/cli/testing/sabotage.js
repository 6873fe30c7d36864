// Preloaded by tests that want to see the command fail: SABOTAGE says how. Bundles with "victim" in their path suffer.
const fs = process.getBuiltinModule("node:fs");
const how = process.env["SABOTAGE"];

const suffer = {
  // A fault of ours.
  throw() {
    throw new TypeError("sabotage");
  },
  // One that nobody waits for.
  reject() {
    void Promise.reject(new TypeError("sabotage"));
  },
  exit() {
    process.exit(0);
  },
  memory() {
    const hoard = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  },
  slow() {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  },
}[how];

let armed = false;
const { lstatSync } = fs;
fs.lstatSync = (path, ...rest) => {
  if (String(path).includes("victim") && String(path).includes("flow.json")) armed = true;
  return lstatSync(path, ...rest);
};

// The engine takes errors of the file system for what they are; those of the hasher it cannot expect.
const crypto = process.getBuiltinModule("node:crypto");
const { createHash } = crypto;
crypto.createHash = (...rest) => {
  if (armed) {
    armed = false;
    suffer();
  }
  return createHash(...rest);
};
