// Loads the bundled scripts of the command. Most of the time that a small bundle takes goes into compiling our own code,
// function by function; so what V8 compiled is kept in the compile cache of Node, and the next start is twice as fast.
// (Node's own cache keeps a module as it is before anything ran: without the functions that are compiled when called.)

const { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync, writeFileSync } =
  process.getBuiltinModule("node:fs");
const { enableCompileCache, getCompileCacheDir } = process.getBuiltinModule("node:module");
const { Script } = process.getBuiltinModule("node:vm");

const folder = new URL("../dist/command/", import.meta.url);
enableCompileCache();
const cache = getCompileCacheDir();

const loaded = new Map();
const uncached = [];

/** What a script in dist/command exports, loaded once. */
export function load(name) {
  const before = loaded.get(name);
  if (before !== undefined) return before.exports;
  const url = new URL(`${name}.cjs`, folder);
  const source = readFileSync(url, "latin1");
  const entry =
    cache === undefined ? undefined : `${cache}/bundle-validate-${name}-${source.slice(3, 35)}`;
  const cachedData = entry === undefined ? undefined : readOwn(entry);
  const script = new Script(source, { filename: url.href, cachedData });
  if (entry !== undefined && (cachedData === undefined || script.cachedDataRejected))
    uncached.push({ entry, script });
  const module = { exports: {} };
  loaded.set(name, module);
  script.runInThisContext()(module.exports, require, module, url.href);
  return module.exports;
}

/** Keeps what was compiled, for the next start. Called when work is done: then all that it needs was compiled. */
export function keepCompiled() {
  // A run that only printed the help compiled hardly anything.
  if (![...loaded.keys()].some((name) => name.startsWith("validators-"))) return;
  for (const { entry, script } of uncached) {
    const temporary = `${entry}.${process.pid}`;
    try {
      writeFileSync(temporary, script.createCachedData(), { mode: 0o600, flag: "wx" });
      renameSync(temporary, entry);
    } catch {
      // Without a cache the next start is slower, no more.
    }
  }
  uncached.length = 0;
}

/** What the bundled scripts were made from, in a working copy: published packages have no such files. */
const inputs = [
  "../dist/.tsbuildinfo",
  "../../bundle/dist/.tsbuildinfo",
  "../../schema/dist/.tsbuildinfo",
];

/** True in a working copy whose modules were compiled again after they were bundled, with another result. */
export function stale() {
  const bundled = changedAt("../dist/command/main.cjs");
  const suspects = inputs.filter((path) => changedAt(path) > bundled);
  if (suspects.length === 0) return false;
  try {
    const recorded = JSON.parse(readFileSync(new URL("inputs.json", folder), "utf8"));
    return suspects.some((path) => recorded[path] !== digestOf(path));
  } catch {
    return true;
  }
}

/** Digests of the inputs, as dist/command/inputs.json has them. */
export function inputDigests() {
  return Object.fromEntries(inputs.map((path) => [path, digestOf(path)]));
}

function digestOf(path) {
  const { hash } = process.getBuiltinModule("node:crypto");
  return hash("sha256", readFileSync(new URL(path, import.meta.url)));
}

function changedAt(path) {
  return statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function require(name) {
  return name.startsWith("node:") ? process.getBuiltinModule(name) : load(name);
}

/** The content of a file that only we can have written: what is in it will be run. */
function readOwn(path) {
  let descriptor;
  try {
    descriptor = openSync(path, "r");
    const { uid, mode } = fstatSync(descriptor);
    const ours = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return ours ? readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
